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
        .later { [identity] in
            try await answering { try await identity.inviteAccount(request, call) }
        }
    }
}

extension Identity {
    fileprivate func inviteAccount(_ request: InviteAccountRequest, _ call: Call) async throws -> InviteAccountResponse {
        let new = try NewAccount(request.account, requestID: request.requestId)
        let token = SecretToken.make(random)
        let lifetime = lifetimes.invitation
        var answer = try await administer(
            Mutation(
                call, request,
                Occurrence("account.invited", "account", requestID: request.requestId, validateOnly: request.validateOnly)),
            organization: new.organization.text
        ) { write, administration in
            InviteAccountResponse(account: try new.renew(write) ?? new.invite(write))
        } after: { write, answer, isRepeated in
            guard let id = answer.account?.id, let account = try write.tx.account(AccountID(id)),
                account.state == .invited
            else { return answer }
            let invitation = Invitation(account: AccountID(id), expireTime: write.tx.now + lifetime)
            try write.tx.set(invitation, tokenHash: SecretToken.hash(token))
            if isRepeated { try write.reportRenewed(account, before: account) }
            var answer = answer
            answer.invitationToken = token
            answer.expireTime = Timestamp(microsecondsSince1970: invitation.expireTime)
            return answer
        }
        if request.validateOnly { answer.invitationToken = "" }
        return answer
    }
}

extension NewAccount {
    fileprivate func invite(_ write: Write) throws -> Account {
        let account = try insert(write, type: .user, state: .invited)
        try write.report(in: account.organizationId, differences(Account(), account)) { $0.target?.id = account.id }
        return account
    }

    /// Nil when nobody of the organization with this address waits for acceptance.
    fileprivate func renew(_ write: Write) throws -> Account? {
        guard let pending = try write.tx.account(addressKey: address.key), pending.state == .invited,
            pending.organizationId == organization.text
        else { return nil }
        var account = pending
        account.displayName = displayName
        if ExactText(externalID) != ExactText(pending.externalId) {
            try write.tx.refuseTaken(externalID: externalID, in: organization)
            account.externalId = externalID
        }
        if !differences(pending, account).isEmpty { account = try write.tx.update(account) }
        try write.reportRenewed(account, before: pending)
        return account
    }
}

extension Write {
    fileprivate func reportRenewed(_ account: Account, before: Account) throws {
        try report(in: account.organizationId, differences(before, account)) { event in
            event.action = "account.invitation_renewed"
            event.target?.id = account.id
        }
    }
}
