import Synchronization

/// The longest time that a change has held an organization's lock, and with it every question of the organization.
///
/// Only changes are measured: what a question holds the lock for is a part of what it takes, which is measured anyway.
package final class LongestHold: Sendable {
    private let clock: @Sendable () -> Duration
    private let nanoseconds = Atomic<Int64>(0)

    /// `clock`: time since any beginning, steady.
    init(clock: @escaping @Sendable () -> Duration) {
        self.clock = clock
    }

    /// Zero before the first.
    var time: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

    /// Call it with the lock held.
    func measuring<Result>(_ body: () -> Result) -> Result {
        let start = clock()
        defer {
            let (seconds, attoseconds) = (clock() - start).components
            nanoseconds.max(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, ordering: .relaxed)
        }
        return body()
    }

    /// The machine's steady clock.
    package static func steady() -> @Sendable () -> Duration {
        let origin = ContinuousClock.now
        return { origin.duration(to: .now) }
    }
}
