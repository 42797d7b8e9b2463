internal import CoreMetrics
internal import Synchronization

/// A whole number that grows: swift-metrics' counter.
final class MetricsCounter: CounterHandler {
    private let count = Atomic<Int64>(0)

    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }

    var value: MetricSample.Value { .number(Double(count.load(ordering: .relaxed))) }
}

/// The last number set: swift-metrics' meter, and its recorder that keeps one value.
final class MetricsGauge: MeterHandler, RecorderHandler {
    private let number = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { number.withLock { $0 = value } }
    func increment(by amount: Double) { number.withLock { $0 += amount } }
    func decrement(by amount: Double) { number.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }

    var value: MetricSample.Value { .number(number.withLock { $0 }) }
}
