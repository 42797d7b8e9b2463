internal import Synchronization

/// The numbers for an operator. Each metric is read where it is kept, when a scrape asks for it; nothing is copied
/// before, so that what nobody scrapes costs nothing.
///
/// What happens in other modules and libraries comes in through swift-metrics: see `Metrics+Factory`.
package final class Metrics: Sendable {
    package typealias Read = @Sendable () -> [MetricSample]

    struct State {
        var families: [String: Family] = [:]
        /// What swift-metrics has asked for, by name and labels, so that two who ask get the same.
        var handlers: [String: any AnyObject & Sendable] = [:]
    }

    struct Family {
        let description: MetricDescription
        var reads: [Read] = []
    }

    let state = Mutex(State())

    package init() {}

    /// Adds values to a metric, read at each scrape on the thread that answers it. No two reads may have the same labels.
    package func read(_ description: MetricDescription, _ read: @escaping Read) {
        state.withLock { $0.families[description.name, default: Family(description: description)].reads.append(read) }
    }

    /// The same for a metric of one value.
    package func read(_ description: MetricDescription, _ number: @escaping @Sendable () -> Double) {
        read(description) { [MetricSample(number())] }
    }

    package func read(_ description: MetricDescription, _ number: @escaping @Sendable () -> Int) {
        read(description) { [MetricSample(number())] }
    }

    /// Everything, as a scrape gets it, by name. What is read may take locks of its own, so that none is held here.
    package func text() -> String {
        var text = MetricsText()
        for (_, family) in state.withLock({ $0.families }).sorted(by: { $0.key < $1.key }) {
            text.append(family.description, family.reads.flatMap { $0() })
        }
        return text.text
    }
}
