// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.DelegationService.
package enum DelegationServiceMethods {
    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    package static let grant = Method<GrantRequest, GrantResponse>(
        "mandate.mailbox.v1.DelegationService/Grant", .unary,
        Access(kind: .scope, scope: "delegations", level: .edit))

    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    package static let revoke = Method<RevokeRequest, RevokeResponse>(
        "mandate.mailbox.v1.DelegationService/Revoke", .unary,
        Access(kind: .scope, scope: "delegations", level: .edit))

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package static let listDelegates = Method<ListDelegatesRequest, ListDelegatesResponse>(
        "mandate.mailbox.v1.DelegationService/ListDelegates", .unary,
        Access(kind: .scope, scope: "delegations", level: .view))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        grant.descriptor,
        revoke.descriptor,
        listDelegates.descriptor,
    ]
}

/// Grants and revocations.
package protocol DelegationService: Sendable {
    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    func grant(
        _ request: GrantRequest, _ call: Call
    ) throws(Status) -> Answer<GrantResponse>
    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    func revoke(
        _ request: RevokeRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeResponse>
    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    func listDelegates(
        _ request: ListDelegatesRequest, _ call: Call
    ) throws(Status) -> Answer<ListDelegatesResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.DelegationService.
    package mutating func add(_ service: some DelegationService) {
        unary(DelegationServiceMethods.grant) { (request, call) throws(Status) in
            try service.grant(request, call)
        }
        unary(DelegationServiceMethods.revoke) { (request, call) throws(Status) in
            try service.revoke(request, call)
        }
        unary(DelegationServiceMethods.listDelegates) { (request, call) throws(Status) in
            try service.listDelegates(request, call)
        }
    }
}

/// Calls mandate.mailbox.v1.DelegationService.
package struct DelegationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    package func grant(
        _ request: GrantRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GrantResponse {
        try await transport.unary(DelegationServiceMethods.grant, request, options)
    }

    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    package func revoke(
        _ request: RevokeRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RevokeResponse {
        try await transport.unary(DelegationServiceMethods.revoke, request, options)
    }

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package func listDelegates(
        _ request: ListDelegatesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListDelegatesResponse {
        try await transport.unary(DelegationServiceMethods.listDelegates, request, options)
    }
}
