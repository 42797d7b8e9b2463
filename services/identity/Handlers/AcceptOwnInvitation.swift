internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension InvitationHandler {
    /// The account that is invited accepts: its session is the proof (A5).
    func acceptOwnInvitation(
        _ request: AcceptOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptOwnInvitationResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let (invitation, account) = try administration.ownInvitation(request.invitationId, write)
            let (accepted, after) = try identity.accept(invitation, of: account, write)
            return AcceptOwnInvitationResponse(invitation: accepted, account: after)
        }
    }

    func declineOwnInvitation(
        _ request: DeclineOwnInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineOwnInvitationResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let (invitation, account) = try administration.ownInvitation(request.invitationId, write)
            return DeclineOwnInvitationResponse(
                invitation: try identity.end(invitation, as: .declined, of: account, write))
        }
    }
}

extension Administration {
    /// Of the account that acts. Another account's is not found, whoever asks.
    fileprivate func ownInvitation(_ id: String, _ write: Write) throws -> (Invitation, Account) {
        guard let found = try write.tx.invitation(id), found.accountId == administrator.id.text,
            let account = try write.tx.account(administrator.id)
        else { throw Refusal.notFound }
        let invitation: Invitation = try write.changing(found)
        guard invitation.waiting != nil else { throw Refusal.invitationOver(invitation.state) }
        return (invitation, account)
    }
}
