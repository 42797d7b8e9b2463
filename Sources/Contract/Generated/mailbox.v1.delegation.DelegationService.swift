// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.DelegationService.
package enum DelegationServiceMethods {
    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    package static let grantDelegation = Method<GrantDelegationRequest, GrantDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/GrantDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "delegation.granted", resourceType: "delegation", mailbox: "mailbox_id", subject: "grantee_id"))

    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    package static let revokeDelegation = Method<RevokeDelegationRequest, RevokeDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/RevokeDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "delegation.revoked", resourceType: "delegation", target: "delegation_id", mailbox: "mailbox_id", subject: "grantee_id", takesAway: true))

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package static let listDelegates = Method<ListDelegatesRequest, ListDelegatesResponse>(
        "mandate.mailbox.v1.DelegationService/ListDelegates", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)], orMailboxOwner: true),
        log: MethodLog(action: "delegation.listed", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        grantDelegation.descriptor,
        revokeDelegation.descriptor,
        listDelegates.descriptor,
    ]
}

/// Grants and revocations.
package protocol DelegationService: Sendable {
    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    func grantDelegation(
        _ request: GrantDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<GrantDelegationResponse>
    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    func revokeDelegation(
        _ request: RevokeDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeDelegationResponse>
    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    func listDelegates(
        _ request: ListDelegatesRequest, _ call: Call
    ) throws(Status) -> Answer<ListDelegatesResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.DelegationService.
    package mutating func add(_ service: some DelegationService) {
        unary(DelegationServiceMethods.grantDelegation) { (request, call) throws(Status) in
            try service.grantDelegation(request, call)
        }
        unary(DelegationServiceMethods.revokeDelegation) { (request, call) throws(Status) in
            try service.revokeDelegation(request, call)
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
    package func grantDelegation(
        _ request: GrantDelegationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GrantDelegationResponse {
        try await transport.unary(DelegationServiceMethods.grantDelegation, request, options)
    }

    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    package func revokeDelegation(
        _ request: RevokeDelegationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RevokeDelegationResponse {
        try await transport.unary(DelegationServiceMethods.revokeDelegation, request, options)
    }

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package func listDelegates(
        _ request: ListDelegatesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListDelegatesResponse {
        try await transport.unary(DelegationServiceMethods.listDelegates, request, options)
    }
}
