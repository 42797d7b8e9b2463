/// How refusals are written down: one by one up to a bound for each source, method and minute, and beyond it as one
/// event with their number for each actor, method and minute. Whoever is refused chooses how often, so what the log
/// gets of it must not grow with that; and none must be lost. No I/O: `Refusals` writes.
///
/// 1. Every refusal is handed out to be written alone, or is in exactly one tally. One that could not be written alone
///    comes back into a tally, and so does a tally.
/// 2. A tally is handed out when its minute is over. One that came back waits for the next time, and takes in what its
///    actor is refused meanwhile.
/// 3. There are at most `keysMax` sources in a minute and `keysMax` tallies. What comes from others is counted in one
///    tally for all of them.
struct RefusalCounts: Sendable {
    struct Limits: Sendable {
        /// For each source, method and minute. A person who tries what they may not do is on record with every attempt;
        /// a program is not.
        var singlesMax = 10
        /// Some 2 MiB of tallies in ordinary events, 32 MiB of the longest.
        var keysMax = 4096
    }

    enum Verdict: Equatable {
        /// To be written now; where that fails, `add` takes it.
        case alone
        case counted
    }

    private let limits: Limits
    /// The one that `singles` are of.
    private var minute = Int64.min
    private var singles: [RefusalTally.Key: Int] = [:]
    private var tallies: [RefusalTally.Key: RefusalTally] = [:]
    private var others: RefusalTally?

    init(_ limits: Limits = Limits()) { self.limits = limits }

    /// Refusals that are in no event yet.
    var waiting: Int64 { tallies.values.reduce(others?.count ?? 0) { $0 + $1.count } }

    /// `now`: microseconds UTC.
    mutating func note(_ attempt: RefusedAttempt, at now: Int64) -> Verdict {
        if Self.minute(of: now) != minute {
            minute = Self.minute(of: now)
            singles = [:]
        }
        let source = RefusalTally.Key(name: attempt.source, method: attempt.method)
        let before = singles[source]
        if before ?? 0 < limits.singlesMax, before != nil || singles.count < limits.keysMax {
            singles[source] = (before ?? 0) + 1
            return .alone
        }
        add(RefusalTally(attempt, at: now))
        return .counted
    }

    /// What was handed out and could not be written.
    mutating func add(_ tally: RefusalTally) {
        guard let key = tally.key, tallies[key] != nil || tallies.count < limits.keysMax else {
            let unknown = tally.amongOthers
            if others?.add(unknown) == nil { others = unknown }
            return
        }
        if tallies[key]?.add(tally) == nil { tallies[key] = tally }
    }

    /// Hands out the tallies whose minute is over, or `all` of them, oldest first.
    mutating func take(at now: Int64, all: Bool) -> [RefusalTally] {
        let isDue = { (tally: RefusalTally) in all || Self.minute(of: tally.firstRefuseTime) != Self.minute(of: now) }
        var due = tallies.values.filter(isDue)
        for tally in due { tally.key.map { tallies[$0] = nil } }
        if let tally = others, isDue(tally) {
            due.append(tally)
            others = nil
        }
        return due.sorted { $0.firstRefuseTime < $1.firstRefuseTime }
    }

    /// Until the minute is over, in microseconds.
    static func rest(at now: Int64) -> Int64 { (minute(of: now) + 1) * minuteMicros - now }

    private static let minuteMicros: Int64 = 60_000_000

    private static func minute(of now: Int64) -> Int64 {
        let (quotient, remainder) = now.quotientAndRemainder(dividingBy: minuteMicros)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
