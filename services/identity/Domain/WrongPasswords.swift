/// Wrong passwords in a row from one source for one address (B9).
///
/// The fifth costs a second, each further one twice as long as the one before, up to a minute. Attempts during the
/// delay are not checked and do not lengthen it. The count belongs to the pair of address and source: somebody
/// elsewhere who guesses slows down only themselves, and nobody is ever locked out.
package struct WrongPasswords: Sendable, Equatable {
    package static let free = 5
    package static let firstDelayMicros: Int64 = 1_000_000
    package static let longestDelayMicros: Int64 = 60_000_000
    /// After this long without a wrong password the row is over.
    package static let forgottenAfterMicros: Int64 = 15 * 60 * 1_000_000

    package private(set) var inARow = 0
    /// Microseconds UTC.
    package private(set) var lastRefuseTime: Int64 = 0

    package init() {}

    package mutating func wrong(at now: Int64) {
        inARow = isForgotten(at: now) ? 1 : inARow + 1
        lastRefuseTime = now
    }

    /// The last one is known to be wrong only now: checking takes its time, and the delay begins behind it.
    package mutating func answered(at now: Int64) { lastRefuseTime = max(lastRefuseTime, now) }

    /// The last one was not checked after all.
    package mutating func unchecked() { inARow = max(0, inARow - 1) }

    /// Microseconds until the next attempt is checked; 0 when it is now.
    package func wait(at now: Int64) -> Int64 {
        // A clock that was set back must not make the delay longer than it is.
        max(0, min(delay, lastRefuseTime + delay - now))
    }

    package func isForgotten(at now: Int64) -> Bool {
        now - lastRefuseTime > Self.forgottenAfterMicros
    }

    private var delay: Int64 {
        guard inARow >= Self.free else { return 0 }
        let doublings = min(inARow - Self.free, 6)
        return min(Self.firstDelayMicros << Int64(doublings), Self.longestDelayMicros)
    }
}
