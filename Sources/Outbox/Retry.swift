/// How long to wait before the next attempt: doubles from 100 ms to 5 s, with jitter, so that sources do not return to
/// one log together.
struct Retry {
    private static let first = Duration.milliseconds(100)
    private static let max = Duration.seconds(5)

    /// 0..<1.
    let random: @Sendable () -> Double
    private var wait = first

    init(random: @escaping @Sendable () -> Double) {
        self.random = random
    }

    mutating func next() -> Duration {
        defer { wait = min(wait * 2, Self.max) }
        return wait * (0.5 + 0.5 * random())
    }

    mutating func reset() { wait = Self.first }
}
