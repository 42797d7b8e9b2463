// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.audit.v1.LogService.
package enum LogServiceMethods {
    /// Appends a batch of one source, each event exactly once. All or nothing.
    package static let appendEvents = Method<AppendEventsRequest, AppendEventsResponse>(
        "mandate.audit.v1.LogService/AppendEvents", .unary,
        Access(kind: .service, mutates: true))

    /// Returns the root of a log's tree.
    package static let getLogRoot = Method<GetLogRootRequest, GetLogRootResponse>(
        "mandate.audit.v1.LogService/GetLogRoot", .unary,
        Access(kind: .account, by: "event_class", orOperator: true),
        log: MethodLog(action: "audit_log.read", resourceType: "audit_log", target: "organization_id"))

    /// Proves that a smaller tree is the beginning of a larger one.
    package static let proveLogConsistency = Method<ProveLogConsistencyRequest, ProveLogConsistencyResponse>(
        "mandate.audit.v1.LogService/ProveLogConsistency", .unary,
        Access(kind: .account, by: "event_class", orOperator: true),
        log: MethodLog(action: "audit_log.read", resourceType: "audit_log", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        appendEvents.descriptor,
        getLogRoot.descriptor,
        proveLogConsistency.descriptor,
    ]
}

/// The log: what was changed, by whom, and the proof of it.
package protocol LogService: Sendable {
    /// Appends a batch of one source, each event exactly once. All or nothing.
    func appendEvents(
        _ request: AppendEventsRequest, _ call: Call
    ) throws(Status) -> Answer<AppendEventsResponse>
    /// Returns the root of a log's tree.
    func getLogRoot(
        _ request: GetLogRootRequest, _ call: Call
    ) throws(Status) -> Answer<GetLogRootResponse>
    /// Proves that a smaller tree is the beginning of a larger one.
    func proveLogConsistency(
        _ request: ProveLogConsistencyRequest, _ call: Call
    ) throws(Status) -> Answer<ProveLogConsistencyResponse>
}

extension Router {
    /// Registers every method of mandate.audit.v1.LogService.
    package mutating func add(_ service: some LogService) {
        unary(LogServiceMethods.appendEvents) { (request, call) throws(Status) in
            try service.appendEvents(request, call)
        }
        unary(LogServiceMethods.getLogRoot) { (request, call) throws(Status) in
            try service.getLogRoot(request, call)
        }
        unary(LogServiceMethods.proveLogConsistency) { (request, call) throws(Status) in
            try service.proveLogConsistency(request, call)
        }
    }
}

/// Calls mandate.audit.v1.LogService.
package struct LogClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Appends a batch of one source, each event exactly once. All or nothing.
    package func appendEvents(
        _ request: AppendEventsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AppendEventsResponse {
        try await transport.unary(LogServiceMethods.appendEvents, request, options)
    }

    /// Returns the root of a log's tree.
    package func getLogRoot(
        _ request: GetLogRootRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetLogRootResponse {
        try await transport.unary(LogServiceMethods.getLogRoot, request, options)
    }

    /// Proves that a smaller tree is the beginning of a larger one.
    package func proveLogConsistency(
        _ request: ProveLogConsistencyRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ProveLogConsistencyResponse {
        try await transport.unary(LogServiceMethods.proveLogConsistency, request, options)
    }
}
