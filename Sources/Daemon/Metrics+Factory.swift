package import CoreMetrics

/// swift-metrics' numbers under the same `/metrics`: those of libraries, which know only swift-metrics, and our own
/// of things that happen seldom. A call is counted without it (`CallMetrics`).
///
/// A name that `MetricDescription.all` does not have is shown as its library spells it, in the format's letters. A name has
/// one kind, the first it is asked for; what comes under another kind is counted and not shown.
extension Metrics: MetricsFactory {
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        handler(label, dimensions, .counter, { MetricsCounter() }) { $0.value }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        handler(label, dimensions, .gauge, { MetricsGauge() }) { $0.value }
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else { return handler(label, dimensions, .gauge, { MetricsGauge() }) { $0.value } }
        return histogram(label, dimensions, .decades)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions, .seconds)
    }

    // A counter counts on if it is asked for again; Prometheus does not forget either.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    private func histogram(_ label: String, _ dimensions: [(String, String)], _ otherwise: Buckets) -> MetricsHistogram {
        let buckets = MetricDescription.named(label)?.buckets ?? otherwise
        return handler(label, dimensions, .histogram(buckets), { MetricsHistogram(buckets) }) { $0.value }
    }

    private func handler<Handler: AnyObject & Sendable>(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricDescription.Kind, _ make: () -> Handler,
        _ value: @escaping @Sendable (Handler) -> MetricSample.Value
    ) -> Handler {
        let name = MetricsText.name(label)
        let labels = dimensions.map { (MetricsText.name($0.0), $0.1) }.sorted { $0.0 < $1.0 }
        let key = "\(Handler.self) \(name) \(labels)"
        return state.withLock { state in
            if let known = state.handlers[key] as? Handler { return known }
            let made = make()
            state.handlers[key] = made
            let description = MetricDescription.named(name) ?? MetricDescription(name, kind, "\(label), of a library.")
            var family = state.families[name, default: Family(description: description)]
            guard family.description.kind.isSame(as: kind) else { return made }
            family.reads.append { [MetricSample(labels: labels, value(made))] }
            state.families[name] = family
            return made
        }
    }
}

extension MetricDescription {
    static func named(_ name: String) -> MetricDescription? { all.first { $0.name == name } }
}

extension MetricDescription.Kind {
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.counter, .counter), (.gauge, .gauge), (.histogram, .histogram): true
        case (.counter, _), (.gauge, _), (.histogram, _): false
        }
    }
}
