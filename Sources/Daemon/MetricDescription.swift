/// What a metric is called and what it means: one line of `/metrics` before its values. The list is `all`.
package struct MetricDescription: Sendable {
    enum Kind: Sendable {
        /// Only grows while the process lives.
        case counter
        case gauge
        case histogram(Buckets)
    }

    let name: String
    let kind: Kind
    let help: String

    init(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }

    var buckets: Buckets? { if case .histogram(let buckets) = kind { buckets } else { nil } }
}

/// Where a histogram's buckets end. Values are whole numbers, of which `perUnit` make one of the unit shown.
struct Buckets: Sendable {
    /// Ascending; the last bucket, +Inf, comes besides.
    let bounds: [Int64]
    let perUnit: Double

    /// Nanoseconds shown as seconds, from 10 µs up: a decision takes less than the first, a durable write some of the middle.
    static let seconds = Buckets(
        bounds: [
            10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
            2_500_000, 10_000_000,
        ].map { $0 * 1000 }, perUnit: 1e9)
    /// Counts, in powers of two up to the largest group of writes.
    static let counts = Buckets(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512], perUnit: 1)
    /// For what other libraries record, of which nobody here knows the size.
    static let decades = Buckets(bounds: (0...12).map { exponent in (0..<exponent).reduce(1) { ten, _ in ten * 10 } }, perUnit: 1)
}
