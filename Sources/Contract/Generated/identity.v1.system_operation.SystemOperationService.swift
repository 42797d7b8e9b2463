// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.SystemOperationService.
package enum SystemOperationServiceMethods {
    /// Gives an operation to an account or a group. Giving what is held changes nothing and says so.
    package static let grantSystemOperation = Method<GrantSystemOperationRequest, GrantSystemOperationResponse>(
        "mandate.identity.v1.SystemOperationService/GrantSystemOperation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "system_operation.granted", resourceType: "system_operation", target: "holder_id", subject: "holder_id"))

    /// Takes an operation from an account or a group. When this has answered, nobody sets anything up by it (rule D17).
    package static let revokeSystemOperation = Method<RevokeSystemOperationRequest, RevokeSystemOperationResponse>(
        "mandate.identity.v1.SystemOperationService/RevokeSystemOperation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "system_operation.revoked", resourceType: "system_operation", target: "holder_id", subject: "holder_id", takesAway: true))

    /// Lists who holds which operation, by holder.
    package static let listSystemOperations = Method<ListSystemOperationsRequest, ListSystemOperationsResponse>(
        "mandate.identity.v1.SystemOperationService/ListSystemOperations", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)]),
        log: MethodLog(action: "system_operation.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        grantSystemOperation.descriptor,
        revokeSystemOperation.descriptor,
        listSystemOperations.descriptor,
    ]
}

/// System operations (rule D10): setting up a shared mailbox needs both, held by the account or by groups that it is in.
package protocol SystemOperationService: Sendable {
    /// Gives an operation to an account or a group. Giving what is held changes nothing and says so.
    func grantSystemOperation(
        _ request: GrantSystemOperationRequest, _ call: Call
    ) throws(Status) -> Answer<GrantSystemOperationResponse>
    /// Takes an operation from an account or a group. When this has answered, nobody sets anything up by it (rule D17).
    func revokeSystemOperation(
        _ request: RevokeSystemOperationRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeSystemOperationResponse>
    /// Lists who holds which operation, by holder.
    func listSystemOperations(
        _ request: ListSystemOperationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListSystemOperationsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.SystemOperationService.
    package mutating func add(_ service: some SystemOperationService) {
        unary(SystemOperationServiceMethods.grantSystemOperation) { (request, call) throws(Status) in
            try service.grantSystemOperation(request, call)
        }
        unary(SystemOperationServiceMethods.revokeSystemOperation) { (request, call) throws(Status) in
            try service.revokeSystemOperation(request, call)
        }
        unary(SystemOperationServiceMethods.listSystemOperations) { (request, call) throws(Status) in
            try service.listSystemOperations(request, call)
        }
    }
}

/// Calls mandate.identity.v1.SystemOperationService.
package struct SystemOperationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Gives an operation to an account or a group. Giving what is held changes nothing and says so.
    package func grantSystemOperation(
        _ request: GrantSystemOperationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GrantSystemOperationResponse {
        try await transport.unary(SystemOperationServiceMethods.grantSystemOperation, request, options)
    }

    /// Takes an operation from an account or a group. When this has answered, nobody sets anything up by it (rule D17).
    package func revokeSystemOperation(
        _ request: RevokeSystemOperationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RevokeSystemOperationResponse {
        try await transport.unary(SystemOperationServiceMethods.revokeSystemOperation, request, options)
    }

    /// Lists who holds which operation, by holder.
    package func listSystemOperations(
        _ request: ListSystemOperationsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListSystemOperationsResponse {
        try await transport.unary(SystemOperationServiceMethods.listSystemOperations, request, options)
    }
}
