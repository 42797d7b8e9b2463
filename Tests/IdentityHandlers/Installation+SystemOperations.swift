import Contract
import IdentityHandlers
import Messages
import RPC

extension Installation {
    @discardableResult
    func grant(
        _ operation: SystemOperation, to holder: String, by administrator: Account, validateOnly: Bool = false
    ) async throws(Status) -> GrantSystemOperationResponse {
        try await call(
            SystemOperationServiceMethods.grantSystemOperation,
            GrantSystemOperationRequest(
                holderId: holder, operation: operation, justification: "the desk", validateOnly: validateOnly),
            as: administrator)
    }

    @discardableResult
    func revoke(
        _ operation: SystemOperation, from holder: String, by administrator: Account, validateOnly: Bool = false
    ) async throws(Status) -> RevokeSystemOperationResponse {
        try await call(
            SystemOperationServiceMethods.revokeSystemOperation,
            RevokeSystemOperationRequest(
                holderId: holder, operation: operation, justification: "over", validateOnly: validateOnly),
            as: administrator)
    }

    /// Who holds what, as `reader` sees it.
    func holdings(of acme: Acme, by reader: Account? = nil) async throws(Status) -> [String] {
        try await call(
            SystemOperationServiceMethods.listSystemOperations, ListSystemOperationsRequest(organizationId: acme.id),
            as: reader ?? acme.owner
        ).holdings.map { "\($0.holderId) \($0.operation.shortName)" }
    }

    /// What the followers of identity hold of system operations: by a snapshot.
    func followedOperations() async throws -> [String] {
        try await store.read { connection in
            var found: [String] = []
            try connection.eachChange { if $0.type == SystemOperationHolding.name { found.append($0.id) } }
            return found.sorted()
        }
    }
}
