// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.InvitationService.
package enum InvitationServiceMethods {
    /// Invites an administrator: by an address that nobody has, or an account that is active and no administrator. No role
    /// counts before it is accepted. Who may is policy administrators_by (rule A5). An account that waits already is
    /// ALREADY_EXISTS, with its `invitation_id`: send that again, or withdraw it.
    package static let inviteAdministrator = Method<InviteAdministratorRequest, InviteAdministratorResponse>(
        "mandate.identity.v1.InvitationService/InviteAdministrator", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .edit)], mutates: true),
        log: MethodLog(action: "administrator.invited", resourceType: "account", target: "account_id"))

    /// Accepts an invitation by its token. A token that is unknown, used or over is INVITATION_INVALID.
    package static let acceptInvitation = Method<AcceptInvitationRequest, AcceptInvitationResponse>(
        "mandate.identity.v1.InvitationService/AcceptInvitation", .unary,
        Access(kind: .caller, mutates: true),
        log: MethodLog(action: "account.accepted", resourceType: "account"))

    /// Declines an invitation by its token. The account that it made is deleted; one that was there before stays as it is.
    package static let declineInvitation = Method<DeclineInvitationRequest, DeclineInvitationResponse>(
        "mandate.identity.v1.InvitationService/DeclineInvitation", .unary,
        Access(kind: .caller, mutates: true),
        log: MethodLog(action: "account.invitation_declined", resourceType: "account", takesAway: true))

    /// Accepts an invitation of the account that calls: it needs no token. Another account's is not found.
    package static let acceptOwnInvitation = Method<AcceptOwnInvitationRequest, AcceptOwnInvitationResponse>(
        "mandate.identity.v1.InvitationService/AcceptOwnInvitation", .unary,
        Access(kind: .account, mutates: true),
        log: MethodLog(action: "administrator.accepted", resourceType: "invitation", target: "invitation_id"))

    /// Declines an invitation of the account that calls. Another account's is not found.
    package static let declineOwnInvitation = Method<DeclineOwnInvitationRequest, DeclineOwnInvitationResponse>(
        "mandate.identity.v1.InvitationService/DeclineOwnInvitation", .unary,
        Access(kind: .account, mutates: true),
        log: MethodLog(action: "account.invitation_declined", resourceType: "invitation", target: "invitation_id", takesAway: true))

    /// Withdraws an invitation that waits. The account that it made is deleted, and its address is free at once; one that was
    /// there before stays as it is. An administrator's is withdrawn by whoever may invite one.
    package static let withdrawInvitation = Method<WithdrawInvitationRequest, WithdrawInvitationResponse>(
        "mandate.identity.v1.InvitationService/WithdrawInvitation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.invitation_withdrawn", resourceType: "invitation", target: "invitation_id", takesAway: true))

    /// Sends an invitation again: it has another token and another end, and the token before is void. An administrator's is
    /// sent again by whoever may invite one.
    package static let resendInvitation = Method<ResendInvitationRequest, ResendInvitationResponse>(
        "mandate.identity.v1.InvitationService/ResendInvitation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.invitation_renewed", resourceType: "invitation", target: "invitation_id"))

    /// Returns one invitation.
    package static let getInvitation = Method<GetInvitationRequest, GetInvitationResponse>(
        "mandate.identity.v1.InvitationService/GetInvitation", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .view)]),
        log: MethodLog(action: "invitation.read", resourceType: "invitation", target: "invitation_id"))

    /// Returns the invitation that waits for the account that calls, if one does.
    package static let getOwnInvitation = Method<GetOwnInvitationRequest, GetOwnInvitationResponse>(
        "mandate.identity.v1.InvitationService/GetOwnInvitation", .unary,
        Access(kind: .account),
        log: MethodLog(action: "invitation.read", resourceType: "invitation"))

    /// Lists an organization's invitations, by id: those that wait and those that are over.
    package static let listInvitations = Method<ListInvitationsRequest, ListInvitationsResponse>(
        "mandate.identity.v1.InvitationService/ListInvitations", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .view)]),
        log: MethodLog(action: "invitation.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        inviteAdministrator.descriptor,
        acceptInvitation.descriptor,
        declineInvitation.descriptor,
        acceptOwnInvitation.descriptor,
        declineOwnInvitation.descriptor,
        withdrawInvitation.descriptor,
        resendInvitation.descriptor,
        getInvitation.descriptor,
        getOwnInvitation.descriptor,
        listInvitations.descriptor,
    ]
}

/// Invitations of administrators and of users (rule A5). One that waits is accepted or declined,
/// by its token or by the session of the account that it is of; it is withdrawn; or it ends. Whatever happens is an event.
package protocol InvitationService: Sendable {
    /// Invites an administrator: by an address that nobody has, or an account that is active and no administrator. No role
    /// counts before it is accepted. Who may is policy administrators_by (rule A5). An account that waits already is
    /// ALREADY_EXISTS, with its `invitation_id`: send that again, or withdraw it.
    func inviteAdministrator(
        _ request: InviteAdministratorRequest, _ call: Call
    ) throws(Status) -> Answer<InviteAdministratorResponse>
    /// Accepts an invitation by its token. A token that is unknown, used or over is INVITATION_INVALID.
    func acceptInvitation(
        _ request: AcceptInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptInvitationResponse>
    /// Declines an invitation by its token. The account that it made is deleted; one that was there before stays as it is.
    func declineInvitation(
        _ request: DeclineInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineInvitationResponse>
    /// Accepts an invitation of the account that calls: it needs no token. Another account's is not found.
    func acceptOwnInvitation(
        _ request: AcceptOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptOwnInvitationResponse>
    /// Declines an invitation of the account that calls. Another account's is not found.
    func declineOwnInvitation(
        _ request: DeclineOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineOwnInvitationResponse>
    /// Withdraws an invitation that waits. The account that it made is deleted, and its address is free at once; one that was
    /// there before stays as it is. An administrator's is withdrawn by whoever may invite one.
    func withdrawInvitation(
        _ request: WithdrawInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<WithdrawInvitationResponse>
    /// Sends an invitation again: it has another token and another end, and the token before is void. An administrator's is
    /// sent again by whoever may invite one.
    func resendInvitation(
        _ request: ResendInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<ResendInvitationResponse>
    /// Returns one invitation.
    func getInvitation(
        _ request: GetInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<GetInvitationResponse>
    /// Returns the invitation that waits for the account that calls, if one does.
    func getOwnInvitation(
        _ request: GetOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<GetOwnInvitationResponse>
    /// Lists an organization's invitations, by id: those that wait and those that are over.
    func listInvitations(
        _ request: ListInvitationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListInvitationsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.InvitationService.
    package mutating func add(_ service: some InvitationService) {
        unary(InvitationServiceMethods.inviteAdministrator) { (request, call) throws(Status) in
            try service.inviteAdministrator(request, call)
        }
        unary(InvitationServiceMethods.acceptInvitation) { (request, call) throws(Status) in
            try service.acceptInvitation(request, call)
        }
        unary(InvitationServiceMethods.declineInvitation) { (request, call) throws(Status) in
            try service.declineInvitation(request, call)
        }
        unary(InvitationServiceMethods.acceptOwnInvitation) { (request, call) throws(Status) in
            try service.acceptOwnInvitation(request, call)
        }
        unary(InvitationServiceMethods.declineOwnInvitation) { (request, call) throws(Status) in
            try service.declineOwnInvitation(request, call)
        }
        unary(InvitationServiceMethods.withdrawInvitation) { (request, call) throws(Status) in
            try service.withdrawInvitation(request, call)
        }
        unary(InvitationServiceMethods.resendInvitation) { (request, call) throws(Status) in
            try service.resendInvitation(request, call)
        }
        unary(InvitationServiceMethods.getInvitation) { (request, call) throws(Status) in
            try service.getInvitation(request, call)
        }
        unary(InvitationServiceMethods.getOwnInvitation) { (request, call) throws(Status) in
            try service.getOwnInvitation(request, call)
        }
        unary(InvitationServiceMethods.listInvitations) { (request, call) throws(Status) in
            try service.listInvitations(request, call)
        }
    }
}

/// Calls mandate.identity.v1.InvitationService.
package struct InvitationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Invites an administrator: by an address that nobody has, or an account that is active and no administrator. No role
    /// counts before it is accepted. Who may is policy administrators_by (rule A5). An account that waits already is
    /// ALREADY_EXISTS, with its `invitation_id`: send that again, or withdraw it.
    package func inviteAdministrator(
        _ request: InviteAdministratorRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> InviteAdministratorResponse {
        try await transport.unary(InvitationServiceMethods.inviteAdministrator, request, options)
    }

    /// Accepts an invitation by its token. A token that is unknown, used or over is INVITATION_INVALID.
    package func acceptInvitation(
        _ request: AcceptInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AcceptInvitationResponse {
        try await transport.unary(InvitationServiceMethods.acceptInvitation, request, options)
    }

    /// Declines an invitation by its token. The account that it made is deleted; one that was there before stays as it is.
    package func declineInvitation(
        _ request: DeclineInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeclineInvitationResponse {
        try await transport.unary(InvitationServiceMethods.declineInvitation, request, options)
    }

    /// Accepts an invitation of the account that calls: it needs no token. Another account's is not found.
    package func acceptOwnInvitation(
        _ request: AcceptOwnInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AcceptOwnInvitationResponse {
        try await transport.unary(InvitationServiceMethods.acceptOwnInvitation, request, options)
    }

    /// Declines an invitation of the account that calls. Another account's is not found.
    package func declineOwnInvitation(
        _ request: DeclineOwnInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeclineOwnInvitationResponse {
        try await transport.unary(InvitationServiceMethods.declineOwnInvitation, request, options)
    }

    /// Withdraws an invitation that waits. The account that it made is deleted, and its address is free at once; one that was
    /// there before stays as it is. An administrator's is withdrawn by whoever may invite one.
    package func withdrawInvitation(
        _ request: WithdrawInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> WithdrawInvitationResponse {
        try await transport.unary(InvitationServiceMethods.withdrawInvitation, request, options)
    }

    /// Sends an invitation again: it has another token and another end, and the token before is void. An administrator's is
    /// sent again by whoever may invite one.
    package func resendInvitation(
        _ request: ResendInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ResendInvitationResponse {
        try await transport.unary(InvitationServiceMethods.resendInvitation, request, options)
    }

    /// Returns one invitation.
    package func getInvitation(
        _ request: GetInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetInvitationResponse {
        try await transport.unary(InvitationServiceMethods.getInvitation, request, options)
    }

    /// Returns the invitation that waits for the account that calls, if one does.
    package func getOwnInvitation(
        _ request: GetOwnInvitationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetOwnInvitationResponse {
        try await transport.unary(InvitationServiceMethods.getOwnInvitation, request, options)
    }

    /// Lists an organization's invitations, by id: those that wait and those that are over.
    package func listInvitations(
        _ request: ListInvitationsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListInvitationsResponse {
        try await transport.unary(InvitationServiceMethods.listInvitations, request, options)
    }
}
