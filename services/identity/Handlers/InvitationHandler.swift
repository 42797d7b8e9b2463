internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Invitations (A5). Those of users InviteAccount makes. Making, accepting and declining have their own files.
struct InvitationHandler: InvitationService {
    let identity: Identity

    func withdrawInvitation(
        _ request: WithdrawInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<WithdrawInvitationResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let (invitation, account) = try administration.waitingInvitation(request.invitationId, write)
            return WithdrawInvitationResponse(
                invitation: try identity.end(invitation, as: .withdrawn, of: account, write))
        }
    }

    func resendInvitation(
        _ request: ResendInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<ResendInvitationResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let (invitation, _) = try administration.waitingInvitation(request.invitationId, write)
            if invitation.waiting?.isOver(at: identity.latest(write)) ?? true { throw Refusal.invitationOver(.expired) }
            let renewed = try identity.renew(invitation, write)
            try identity.reportRenewed(invitation, renewed, write)
            return ResendInvitationResponse(invitation: renewed)
        } after: { [identity] write, answer, again in
            try identity.withToken(answer, again: again, validateOnly: request.validateOnly, write)
        }
    }

    func getInvitation(_ request: GetInvitationRequest, _ call: Call) throws(Status) -> Answer<GetInvitationResponse> {
        identity.reading(request, call) { connection, reader in
            GetInvitationResponse(
                invitation: try connection.invitation(request.invitationId).found(in: reader.organizationID))
        }
    }

    func getOwnInvitation(
        _ request: GetOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<GetOwnInvitationResponse> {
        identity.reading(request, call) { connection, reader in
            GetOwnInvitationResponse(
                invitation: try connection.waitingInvitation(of: AccountID(reader.accountID)))
        }
    }

    func listInvitations(
        _ request: ListInvitationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListInvitationsResponse> {
        identity.listing(request, call) { connection, reader, page in
            let found: [Invitation]
            if request.accountId.isEmpty {
                found = try connection.invitations(
                    of: OrganizationID(request.organizationId), state: request.state, after: page.after, limit: page.rows)
            } else {
                let account = try connection.account(AccountID(request.accountId)).found(in: reader.organizationID)
                found = try connection.invitations(
                    of: AccountID(account.id), state: request.state, after: page.after, limit: page.rows)
            }
            let (shown, next) = page.cut(found, \.id)
            return ListInvitationsResponse(invitations: shown, nextPageToken: next)
        }
    }
}

extension Administration {
    /// One of the organization that waits, with its account, to be withdrawn or sent again. Another organization's is not
    /// found either (D28).
    fileprivate func waitingInvitation(_ id: String, _ write: Write) throws -> (Invitation, Account) {
        let found = try write.tx.invitation(id).found(in: organization.id)
        guard let account = try write.tx.account(AccountID(found.accountId)) else { throw Refusal.notFound }
        let invitation: Invitation = try write.changing(found)
        guard let waiting = invitation.waiting else { throw Refusal.invitationOver(invitation.state) }
        try administrator.mayChange(waiting)
        return (invitation, account)
    }
}

extension Refusal {
    /// To whoever may know of it.
    static func invitationOver(_ state: InvitationState) -> Refusal {
        let word = state.shortName.lowercased()
        return Refusal(.wrongState, "the invitation is \(word)", details: ["state": word])
    }
}
