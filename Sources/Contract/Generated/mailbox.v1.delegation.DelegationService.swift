// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.DelegationService.
package enum DelegationServiceMethods {
    /// Grants rights in a mailbox to an account or a group. One delegation a (mailbox, grantee):
    /// granting what is there changes nothing and says so (rule D1); other rights or times replace it.
    package static let grantDelegation = Method<GrantDelegationRequest, GrantDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/GrantDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.granted", resourceType: "delegation", mailbox: "mailbox_id", subject: "grantee_id"))

    /// Revokes a delegation. When this has answered, the next decision anywhere denies (rule D17).
    package static let revokeDelegation = Method<RevokeDelegationRequest, RevokeDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/RevokeDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.revoked", resourceType: "delegation", target: "delegation_id", mailbox: "mailbox_id", subject: "grantee_id", takesAway: true))

    /// Changes a delegation, what the mask names: its rights, times, folders or displayed sender.
    package static let updateDelegation = Method<UpdateDelegationRequest, UpdateDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/UpdateDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.updated", resourceType: "delegation", target: "delegation.id"))

    /// Stops a delegation without losing it (rule D2); other delegations still count. When this has answered, no decision anywhere
    /// counts it (rule D17).
    package static let freezeDelegation = Method<FreezeDelegationRequest, FreezeDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/FreezeDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.frozen", resourceType: "delegation", target: "delegation_id", mailbox: "mailbox_id", subject: "grantee_id", takesAway: true))

    /// Lets a frozen delegation count again.
    package static let unfreezeDelegation = Method<UnfreezeDelegationRequest, UnfreezeDelegationResponse>(
        "mandate.mailbox.v1.DelegationService/UnfreezeDelegation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.unfrozen", resourceType: "delegation", target: "delegation_id", mailbox: "mailbox_id", subject: "grantee_id"))

    /// Revokes every delegation of a mailbox, however many: when this has answered, none of them counts anywhere (rule D17). The
    /// rows follow, each with its event.
    package static let revokeMailboxDelegations = Method<RevokeMailboxDelegationsRequest, RevokeMailboxDelegationsResponse>(
        "mandate.mailbox.v1.DelegationService/RevokeMailboxDelegations", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true, orMailbox: .manages),
        log: MethodLog(action: "mailbox.delegations_revoked", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id", takesAway: true))

    /// Revokes every delegation to an account or a group, in the same way. Of the whole organization's mailboxes, so it needs a
    /// role for the whole organization; where one of them is another administrator's own, a Full admin (rule C6).
    package static let revokeGranteeDelegations = Method<RevokeGranteeDelegationsRequest, RevokeGranteeDelegationsResponse>(
        "mandate.mailbox.v1.DelegationService/RevokeGranteeDelegations", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "grantee.delegations_revoked", resourceType: "grantee", target: "grantee_id", subject: "grantee_id", takesAway: true))

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package static let listDelegates = Method<ListDelegatesRequest, ListDelegatesResponse>(
        "mandate.mailbox.v1.DelegationService/ListDelegates", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)], orMailboxOwner: true, orMailbox: .manages),
        log: MethodLog(action: "delegation.listed", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        grantDelegation.descriptor,
        revokeDelegation.descriptor,
        updateDelegation.descriptor,
        freezeDelegation.descriptor,
        unfreezeDelegation.descriptor,
        revokeMailboxDelegations.descriptor,
        revokeGranteeDelegations.descriptor,
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
    /// Changes a delegation, what the mask names: its rights, times, folders or displayed sender.
    func updateDelegation(
        _ request: UpdateDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateDelegationResponse>
    /// Stops a delegation without losing it (rule D2); other delegations still count. When this has answered, no decision anywhere
    /// counts it (rule D17).
    func freezeDelegation(
        _ request: FreezeDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<FreezeDelegationResponse>
    /// Lets a frozen delegation count again.
    func unfreezeDelegation(
        _ request: UnfreezeDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<UnfreezeDelegationResponse>
    /// Revokes every delegation of a mailbox, however many: when this has answered, none of them counts anywhere (rule D17). The
    /// rows follow, each with its event.
    func revokeMailboxDelegations(
        _ request: RevokeMailboxDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeMailboxDelegationsResponse>
    /// Revokes every delegation to an account or a group, in the same way. Of the whole organization's mailboxes, so it needs a
    /// role for the whole organization; where one of them is another administrator's own, a Full admin (rule C6).
    func revokeGranteeDelegations(
        _ request: RevokeGranteeDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeGranteeDelegationsResponse>
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
        unary(DelegationServiceMethods.updateDelegation) { (request, call) throws(Status) in
            try service.updateDelegation(request, call)
        }
        unary(DelegationServiceMethods.freezeDelegation) { (request, call) throws(Status) in
            try service.freezeDelegation(request, call)
        }
        unary(DelegationServiceMethods.unfreezeDelegation) { (request, call) throws(Status) in
            try service.unfreezeDelegation(request, call)
        }
        unary(DelegationServiceMethods.revokeMailboxDelegations) { (request, call) throws(Status) in
            try service.revokeMailboxDelegations(request, call)
        }
        unary(DelegationServiceMethods.revokeGranteeDelegations) { (request, call) throws(Status) in
            try service.revokeGranteeDelegations(request, call)
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

    /// Changes a delegation, what the mask names: its rights, times, folders or displayed sender.
    package func updateDelegation(
        _ request: UpdateDelegationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateDelegationResponse {
        try await transport.unary(DelegationServiceMethods.updateDelegation, request, options)
    }

    /// Stops a delegation without losing it (rule D2); other delegations still count. When this has answered, no decision anywhere
    /// counts it (rule D17).
    package func freezeDelegation(
        _ request: FreezeDelegationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> FreezeDelegationResponse {
        try await transport.unary(DelegationServiceMethods.freezeDelegation, request, options)
    }

    /// Lets a frozen delegation count again.
    package func unfreezeDelegation(
        _ request: UnfreezeDelegationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UnfreezeDelegationResponse {
        try await transport.unary(DelegationServiceMethods.unfreezeDelegation, request, options)
    }

    /// Revokes every delegation of a mailbox, however many: when this has answered, none of them counts anywhere (rule D17). The
    /// rows follow, each with its event.
    package func revokeMailboxDelegations(
        _ request: RevokeMailboxDelegationsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RevokeMailboxDelegationsResponse {
        try await transport.unary(DelegationServiceMethods.revokeMailboxDelegations, request, options)
    }

    /// Revokes every delegation to an account or a group, in the same way. Of the whole organization's mailboxes, so it needs a
    /// role for the whole organization; where one of them is another administrator's own, a Full admin (rule C6).
    package func revokeGranteeDelegations(
        _ request: RevokeGranteeDelegationsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RevokeGranteeDelegationsResponse {
        try await transport.unary(DelegationServiceMethods.revokeGranteeDelegations, request, options)
    }

    /// Lists who can do something in a mailbox (rule D24), by account or grantee, then delegation.
    package func listDelegates(
        _ request: ListDelegatesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListDelegatesResponse {
        try await transport.unary(DelegationServiceMethods.listDelegates, request, options)
    }
}
