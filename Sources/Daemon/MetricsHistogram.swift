internal import CoreMetrics
internal import Synchronization

/// Counts values by size. Any thread; three additions a value and no lock, so that no loop ever waits for another.
final class MetricsHistogram: Sendable {
    private static let bucketsMax = 24

    let buckets: Buckets
    private let counts = InlineArray<24, Atomic<Int64>> { _ in Atomic(0) }
    private let sum = Atomic<Int64>(0)

    init(_ buckets: Buckets) {
        precondition(buckets.bounds.count < Self.bucketsMax, "a histogram has at most \(Self.bucketsMax) buckets")
        self.buckets = buckets
    }

    func observe(_ value: Int64) {
        var index = 0
        while index < buckets.bounds.count, value > buckets.bounds[index] { index += 1 }
        counts[index].wrappingAdd(1, ordering: .relaxed)
        sum.wrappingAdd(value, ordering: .relaxed)
    }

    /// The count is the sum of the buckets, whatever is counted meanwhile; the sum may be a few values ahead or behind.
    var value: MetricSample.Value {
        let counts = (0...buckets.bounds.count).map { self.counts[$0].load(ordering: .relaxed) }
        return .buckets(counts, sum: Double(sum.load(ordering: .relaxed)) / buckets.perUnit)
    }

    func reset() {
        for index in 0...buckets.bounds.count { counts[index].store(0, ordering: .relaxed) }
        sum.store(0, ordering: .relaxed)
    }
}

// What swift-metrics records sizes and times in.
extension MetricsHistogram: RecorderHandler, TimerHandler {
    func record(_ value: Int64) { observe(value) }

    func record(_ value: Double) {
        // No number is no value.
        if !value.isNaN { observe(Int64(max(-0x1p62, min(0x1p62, value)))) }
    }

    func recordNanoseconds(_ duration: Int64) { observe(duration) }
}
