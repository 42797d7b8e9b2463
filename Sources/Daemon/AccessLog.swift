internal import Logging
internal import RPC

/// One line a call, at level debug. Metadata and messages, which hold tokens and passwords, are never in it.
///
/// A call that failed with INTERNAL has its line already, with the error itself: see `FailureLog`.
struct AccessLog: Interceptor {
    private let logger: Logger

    /// Nil where nobody would see the lines: a call then costs nothing for them.
    init?(_ logger: Logger) {
        guard logger.logLevel <= .debug else { return nil }
        self.logger = logger
    }

    func begin(_ call: Call) throws(Status) {}

    func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {
        let code = status?.code ?? .ok
        if code == .internal { return }
        var fields = call.loggedFields
        fields["code"] = "\(code.name)"
        fields["micros"] = "\(nanoseconds / 1000)"
        if let status, status.reason != .unspecified { fields["reason"] = "\(status.reason.name)" }
        logger.debug("call", metadata: fields)
    }
}

extension Call {
    /// What may be said about a call.
    var loggedFields: Logger.Metadata {
        var fields: Logger.Metadata = [
            "method": "\(method.path)", "protocol": "\(peer.transport.name)", "caller": "\(peer.caller)",
        ]
        if let traceparent { fields["traceparent"] = "\(traceparent)" }
        return fields
    }
}

extension Peer.Transport {
    /// As metrics and logs say it.
    var name: String {
        switch self {
        case .native: "native"
        case .h2: "h2"
        case .inProcess: "in_process"
        }
    }
}
