// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.AccessService.
package enum AccessServiceMethods {
    /// Decides whether an account may do something with a mailbox. A denial is an answer, not an error.
    package static let check = Method<CheckRequest, CheckResponse>(
        "mandate.mailbox.v1.AccessService/Check", .unary,
        Access(kind: .service))

    /// Decides up to 1,000 questions, each judged alone.
    package static let batchCheck = Method<BatchCheckRequest, BatchCheckResponse>(
        "mandate.mailbox.v1.AccessService/BatchCheck", .unary,
        Access(kind: .service))

    /// Decides, and lists every condition that was looked at (rule D25).
    package static let explain = Method<ExplainRequest, ExplainResponse>(
        "mandate.mailbox.v1.AccessService/Explain", .unary,
        Access(kind: .service))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        check.descriptor,
        batchCheck.descriptor,
        explain.descriptor,
    ]
}

/// Decisions, answered from memory.
package protocol AccessService: Sendable {
    /// Decides whether an account may do something with a mailbox. A denial is an answer, not an error.
    func check(
        _ request: CheckRequest, _ call: Call
    ) throws(Status) -> Answer<CheckResponse>
    /// Decides up to 1,000 questions, each judged alone.
    func batchCheck(
        _ request: BatchCheckRequest, _ call: Call
    ) throws(Status) -> Answer<BatchCheckResponse>
    /// Decides, and lists every condition that was looked at (rule D25).
    func explain(
        _ request: ExplainRequest, _ call: Call
    ) throws(Status) -> Answer<ExplainResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.AccessService.
    package mutating func add(_ service: some AccessService) {
        unary(AccessServiceMethods.check) { (request, call) throws(Status) in
            try service.check(request, call)
        }
        unary(AccessServiceMethods.batchCheck) { (request, call) throws(Status) in
            try service.batchCheck(request, call)
        }
        unary(AccessServiceMethods.explain) { (request, call) throws(Status) in
            try service.explain(request, call)
        }
    }
}

/// Calls mandate.mailbox.v1.AccessService.
package struct AccessClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Decides whether an account may do something with a mailbox. A denial is an answer, not an error.
    package func check(
        _ request: CheckRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CheckResponse {
        try await transport.unary(AccessServiceMethods.check, request, options)
    }

    /// Decides up to 1,000 questions, each judged alone.
    package func batchCheck(
        _ request: BatchCheckRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> BatchCheckResponse {
        try await transport.unary(AccessServiceMethods.batchCheck, request, options)
    }

    /// Decides, and lists every condition that was looked at (rule D25).
    package func explain(
        _ request: ExplainRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ExplainResponse {
        try await transport.unary(AccessServiceMethods.explain, request, options)
    }
}
