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
    /// and its acceptance, or has corrected a name, goes on. The token is never stored, so a repeated request cannot give
    /// the same one: it gives a new one, and the one before is void. Once the account is accepted a repetition gives none.
    func inviteAccount(_ request: InviteAccountRequest, _ call: Call) throws(Status) -> Answer<InviteAccountResponse> {
        identity.changing(request, call, etag: request.account?.etag) { [identity] write, administration in
            let new = try NewAccount(request.account)
            return InviteAccountResponse(account: try new.renew(write, identity) ?? new.invite(write, identity))
        } after: { [identity] write, answer, isRepeated in
            guard let id = answer.account?.id, let account = try write.tx.account(AccountID(id)),
                account.state == .invited
            else { return answer }
            let token = SecretToken.make(identity.random)
            let organization = OrganizationID(account.organizationId)
            let lifetime = try write.tx.policies(of: organization).policies.invitationLifetimeMicros
            let invitation = Invitation(account: AccountID(id), expireTime: write.tx.now + lifetime)
            try identity.set(invitation, of: organization, tokenHash: SecretToken.hash(token), write.tx)
            if isRepeated { try write.reportRenewed(account, account) }
            var answer = answer
            answer.invitationToken = request.validateOnly ? "" : token
            answer.expireTime = Timestamp(microsecondsSince1970: invitation.expireTime)
            return answer
        }
    }
}

extension NewAccount {
    fileprivate func invite(_ write: Write, _ identity: Identity) throws -> Account {
        let account = try insert(write, identity, type: .user, state: .invited)
        try write.report(nil, account)
        return account
    }

    /// Nil when nobody of the organization with this address waits for acceptance.
    fileprivate func renew(_ write: Write, _ identity: Identity) throws -> Account? {
        let waiting = try write.tx.account(addressKey: address.key).flatMap { known in
            known.state == .invited && known.organizationId == organization.text ? known : nil
        }
        guard let pending = try write.changing(waiting) else { return nil }
        var account = pending
        account.displayName = displayName
        if ExactText(externalID) != ExactText(pending.externalId) {
            try identity.refuseTaken(externalID: externalID, in: organization, write.tx)
            account.externalId = externalID
        }
        if !write.differences(pending, account).isEmpty { account = try write.tx.update(account) }
        try write.reportRenewed(pending, account)
        return account
    }
}

extension Write {
    fileprivate func reportRenewed(_ before: Account, _ account: Account) throws {
        try report(before, account) { $0.action = .accountInvitationRenewed }
    }
}
