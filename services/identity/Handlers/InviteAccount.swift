internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// An account in state INVITED and the token to accept it with (A5, B2).
    ///
    /// Who is invited already is invited again, with the names of this request: whoever was cut off between an invitation
    /// and its acceptance, or has corrected a name, goes on. A repeated request gives another token (`newToken`); once the
    /// account is accepted it gives none. Who waits as an administrator does so for others to send it again: a token is the
    /// proof, and whoever gets one could accept in their place.
    func inviteAccount(_ request: InviteAccountRequest, _ call: Call) throws(Status) -> Answer<InviteAccountResponse> {
        identity.changing(request, call, etag: request.account?.etag) { [identity] write, administration in
            let new = try NewAccount(request.account)
            let (account, invitation) =
                try new.renew(write, identity) ?? new.invite(write, identity, by: administration.administrator)
            return InviteAccountResponse(
                account: account, expireTime: invitation.expireTime, invitationId: invitation.id)
        } after: { [identity] write, answer, again in
            let token = try identity.newToken(
                of: answer.invitationId, again: again, validateOnly: request.validateOnly, write)
            guard let token else { return answer }
            var answer = answer
            answer.invitationToken = token.text
            answer.expireTime = token.invitation.expireTime
            return answer
        }
    }
}

extension NewAccount {
    fileprivate func invite(
        _ write: Write, _ identity: Identity, by administrator: Administrator
    ) throws -> (Account, Invitation) {
        let account = try insert(write, identity, type: .user, state: .invited)
        let invitation = try identity.newInvitation(of: account, as: [], isNew: true, by: administrator, write)
        try write.report(nil, account) { $0.record(nil, invitation, write) }
        return (account, invitation)
    }

    /// Nil when nobody of the organization with this address waits for acceptance.
    fileprivate func renew(_ write: Write, _ identity: Identity) throws -> (Account, Invitation)? {
        let known = try write.tx.account(addressKey: address.key).flatMap { known in
            known.state == .invited && known.organizationId == organization.text ? known : nil
        }
        guard let pending = try write.changing(known),
            let invitation = try write.tx.waitingInvitation(of: AccountID(pending.id))
        else { return nil }
        if !invitation.roleIds.isEmpty {
            if try identity.hasLapsed(pending, write.tx) { return nil }
            throw Refusal.waits(invitation.id, field: "account.address")
        }
        var account = pending
        account.displayName = displayName
        if ExactText(externalID) != ExactText(pending.externalId) {
            try identity.refuseTaken(externalID: externalID, in: organization, write.tx)
            account.externalId = externalID
        }
        if !write.differences(pending, account).isEmpty { account = try write.tx.update(account) }
        let renewed = try identity.renew(invitation, write)
        try write.report(pending, account) {
            $0.action = .accountInvitationRenewed
            $0.record(invitation, renewed, write)
        }
        return (account, renewed)
    }
}
