// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.audit.v1.LogService.
package enum LogServiceMethods {
    /// Appends a batch of one source, each event exactly once. All or nothing.
    package static let append = Method<AppendRequest, AppendResponse>(
        "mandate.audit.v1.LogService/Append", .unary,
        Access(kind: .service, scope: "", level: .unspecified))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        append.descriptor,
    ]
}

/// Appending, for services.
package protocol LogService: Sendable {
    /// Appends a batch of one source, each event exactly once. All or nothing.
    func append(
        _ request: AppendRequest, _ call: Call
    ) throws(Status) -> Answer<AppendResponse>
}

extension Router {
    /// Registers every method of mandate.audit.v1.LogService.
    package mutating func add(_ service: some LogService) {
        unary(LogServiceMethods.append) { (request, call) throws(Status) in
            try service.append(request, call)
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
    package func append(
        _ request: AppendRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AppendResponse {
        try await transport.unary(LogServiceMethods.append, request, options)
    }
}
