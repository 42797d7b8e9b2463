internal import CoreMetrics
internal import Logging
internal import RPC

/// What no caller may see: said in the log, and counted.
struct FailureLog: Sendable {
    private let logger: Logger
    private let internalErrors: Counter
    private let brokenRules: Counter

    init(_ logger: Logger, _ metrics: Metrics) {
        self.logger = logger
        internalErrors = Counter(label: MetricDescription.internalErrors.name, factory: metrics)
        brokenRules = Counter(label: MetricDescription.brokenRules.name, factory: metrics)
    }

    /// With the call whose handler failed, or without one for what a peer did.
    func hear(_ error: any Error, _ call: Call?) {
        if let call {
            internalErrors.increment()
            logger.error("call failed", metadata: call.loggedFields.merging(["error": "\(error)"]) { $1 })
        } else {
            brokenRules.increment()
            // What a peer does wrong is no fault of ours, and must not fill the log of errors.
            logger.info("a peer broke a rule", metadata: ["rule": "\(error)"])
        }
    }
}
