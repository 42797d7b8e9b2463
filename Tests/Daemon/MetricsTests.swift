import CoreMetrics
import Synchronization
import Testing

@testable import Daemon

@Suite("Metrics")
struct MetricsTests {
    /// The lines of a scrape that are values, without HELP and TYPE.
    private func values(_ metrics: Metrics) -> [Substring] {
        metrics.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    @Test("numbers are read when they are asked for, and a metric read in two places is one metric")
    func reads() {
        let number = Mutex(1)
        let metrics = Metrics()
        metrics.read(.position) { number.withLock { $0 } }
        metrics.read(.checks) { [MetricSample(1, [("reason", "A")])] }
        metrics.read(.checks) { [MetricSample(2, [("reason", "B")])] }
        number.withLock { $0 = 5 }
        #expect(
            metrics.text() == """
                # HELP mandate_checks_total \(MetricDescription.checks.help)
                # TYPE mandate_checks_total counter
                mandate_checks_total{reason="A"} 1
                mandate_checks_total{reason="B"} 2
                # HELP mandate_position Last position written.
                # TYPE mandate_position gauge
                mandate_position 5

                """)
    }

    @Test("what swift-metrics counts, measures and times is in the same text")
    func factory() {
        let metrics = Metrics()
        Counter(label: "pool.hits", dimensions: [("b", "2"), ("a.x", "1")], factory: metrics).increment(by: 2)
        // Asked for again, in another order: the same counter.
        Counter(label: "pool.hits", dimensions: [("a.x", "1"), ("b", "2")], factory: metrics).increment()
        let meter = Meter(label: "pool.size", factory: metrics)
        meter.set(3.5)
        meter.decrement(by: 1)
        Gauge(label: "pool.last", dimensions: [], factory: metrics).record(9)
        let recorder = Recorder(label: "pool.bytes", dimensions: [], aggregate: true, factory: metrics)
        recorder.record(1000)
        recorder.record(Double.nan)
        Timer(label: "pool.wait", dimensions: [], factory: metrics).recordMilliseconds(3)
        let values = values(metrics)
        for line in [
            #"pool_hits{a_x="1",b="2"} 3"#, "pool_size 2.5", "pool_last 9", "pool_bytes_sum 1000", "pool_bytes_count 1",
            #"pool_wait_bucket{le="0.0025"} 0"#, #"pool_wait_bucket{le="0.005"} 1"#, "pool_wait_sum 0.003",
        ] {
            #expect(values.contains(line[...]), "\(line) in \(values)")
        }
        #expect(values.count { $0.hasPrefix("pool_hits") } == 1)
    }

    @Test("our own names have our own buckets and words")
    func ownNames() {
        let metrics = Metrics()
        CommitMetrics(metrics).committed(3, 20_000)
        let text = metrics.text()
        #expect(text.contains("# HELP mandate_commit_writes \(MetricDescription.commitWrites.help)\n"))
        #expect(text.contains("mandate_commit_writes_bucket{le=\"2\"} 0\nmandate_commit_writes_bucket{le=\"4\"} 1\n"))
        #expect(text.contains("mandate_commit_seconds_bucket{le=\"1e-05\"} 0\nmandate_commit_seconds_bucket{le=\"2.5e-05\"} 1\n"))
    }

    @Test("a name has one kind: what comes under another is not shown")
    func kinds() {
        let metrics = Metrics()
        Counter(label: "twice", factory: metrics).increment()
        Timer(label: "twice", dimensions: [], factory: metrics).recordSeconds(1)
        #expect(values(metrics) == ["twice 1"])
    }

    @Test("every description has a name of its own in the format's letters, and counters end as they should")
    func descriptions() {
        #expect(Set(MetricDescription.all.map(\.name)).count == MetricDescription.all.count)
        for description in MetricDescription.all {
            #expect(MetricsText.name(description.name) == description.name)
            if case .counter = description.kind {
                #expect(description.name.hasSuffix("_total"))
            } else {
                #expect(!description.name.hasSuffix("_total"))
            }
        }
    }
}
