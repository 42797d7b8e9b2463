/// How long to wait before the next attempt to connect.
package struct Backoff: Sendable {
    private let first: Duration
    private let max: Duration
    private let random: @Sendable () -> Double
    private var attempts = 0

    /// Doubles from `first` to `max`. Each wait is a random part of it, at least half:
    /// clients that lost the same server do not come back together. `random` gives 0..<1.
    package init(
        first: Duration = .milliseconds(100), max: Duration = .seconds(5),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.first = first
        self.max = max
        self.random = random
    }

    package static let standard = Backoff()

    /// The wait after one more failure.
    package mutating func next() -> Duration {
        var wait = first
        for _ in 0..<attempts where wait < max { wait = wait * 2 }
        attempts += 1
        return Swift.min(wait, max) * (0.5 + 0.5 * random())
    }

    /// After a success.
    package mutating func reset() {
        attempts = 0
    }
}
