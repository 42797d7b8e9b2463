internal import CoreMetrics

/// What the writer says of each commit.
struct CommitMetrics: Sendable {
    private let seconds: Timer
    private let writes: Recorder

    init(_ metrics: Metrics) {
        seconds = Timer(label: MetricDescription.commitSeconds.name, dimensions: [], factory: metrics)
        writes = Recorder(
            label: MetricDescription.commitWrites.name, dimensions: [], aggregate: true, factory: metrics)
    }

    func committed(_ count: Int, _ nanoseconds: Int64) {
        seconds.recordNanoseconds(nanoseconds)
        writes.record(count)
    }
}
