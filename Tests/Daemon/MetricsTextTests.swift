import Testing

@testable import Daemon

@Suite("Prometheus' text format")
struct MetricsTextTests {
    private func text(_ description: MetricDescription, _ samples: [MetricSample]) -> String {
        var text = MetricsText()
        text.append(description, samples)
        return text.text
    }

    @Test("a metric says what it is once, then a line for each set of labels")
    func labels() {
        let description = MetricDescription("calls_total", .counter, "Calls.")
        let samples = [
            MetricSample(3, [("method", "a/B"), ("code", "OK")]), MetricSample(0.25, [("method", "a/C"), ("code", "OK")]),
        ]
        #expect(
            text(description, samples) == """
                # HELP calls_total Calls.
                # TYPE calls_total counter
                calls_total{method="a/B",code="OK"} 3
                calls_total{method="a/C",code="OK"} 0.25

                """)
    }

    @Test("nothing that a label or a help says ends it, or its line")
    func escaping() {
        let description = MetricDescription("x", .gauge, "one\ntwo \\ \"three\"")
        #expect(
            text(description, [MetricSample(1, [("name", "a\"b\\c\nd\u{e9}")])]) == """
                # HELP x one\\ntwo \\\\ "three"
                # TYPE x gauge
                x{name="a\\"b\\\\c\\nd\u{e9}"} 1

                """)
    }

    @Test("each bucket of a histogram holds the ones before it, and the last all")
    func histogram() {
        let histogram = MetricsHistogram(Buckets(bounds: [10, 20], perUnit: 10))
        for value in [1, 10, 11, 20, 21, 1000] as [Int64] { histogram.observe(value) }
        let description = MetricDescription("took_seconds", .histogram(histogram.buckets), "Time.")
        #expect(
            text(description, [MetricSample(labels: [("a", "b")], histogram.value)]) == """
                # HELP took_seconds Time.
                # TYPE took_seconds histogram
                took_seconds_bucket{a="b",le="1"} 2
                took_seconds_bucket{a="b",le="2"} 4
                took_seconds_bucket{a="b",le="+Inf"} 6
                took_seconds_sum{a="b"} 106.3
                took_seconds_count{a="b"} 6

                """)
    }

    @Test(
        "numbers",
        arguments: [
            (0, "0"), (-3, "-3"), (1_763_800_000, "1763800000"), (0.1, "0.1"), (1e-5, "1e-05"), (0x1p53, "9007199254740992.0"),
            (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
        ] as [(Double, String)])
    func numbers(_ value: Double, _ written: String) {
        #expect(MetricsText.number(value) == written)
    }

    @Test(
        "names of others in the format's letters",
        arguments: [("http.requests-total", "http_requests_total"), ("9lives", "_9lives"), ("", "_"), ("größe", "gr__e")])
    func names(_ name: String, _ written: String) {
        #expect(MetricsText.name(name) == written)
    }
}
