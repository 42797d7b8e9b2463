internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations

/// What an invitation is accepted with, and until when.
struct InvitationToken {
    let invitation: Invitation
    /// Nothing where it is only tried out.
    let text: String
}

/// What answers with an invitation and its token.
protocol InvitationAnswer {
    var invitation: Invitation? { get set }
    var invitationToken: String { get set }
}

extension InviteAdministratorResponse: InvitationAnswer {}
extension ResendInvitationResponse: InvitationAnswer {}

extension Identity {
    /// The answer with a new token (`newToken`), and as it is when the invitation waits no more.
    func withToken<Answer: InvitationAnswer>(
        _ answer: Answer, again: Administration?, validateOnly: Bool, _ write: Write
    ) throws -> Answer {
        let token = try newToken(of: answer.invitation?.id ?? "", again: again, validateOnly: validateOnly, write)
        guard let token else { return answer }
        var answer = answer
        answer.invitationToken = token.text
        answer.invitation = token.invitation
        return answer
    }

    /// An invitation that waits from now on, with its end. It has no token yet.
    func newInvitation(
        of account: Account, as roles: [String], isNew: Bool, by administrator: Administrator, _ write: Write
    ) throws -> Invitation {
        var invitation = Invitation(
            id: write.id("inv"), organizationId: account.organizationId, accountId: account.id, address: account.address,
            roleIds: roles, state: .invited, newAccount: isNew, inviterId: administrator.id.text,
            createTime: Timestamp(microsecondsSince1970: write.tx.now))
        invitation.expireTime = try end(of: invitation, write)
        invitation = try write.tx.insert(invitation)
        try put(endOf: invitation, write.tx)
        return invitation
    }

    /// It waits as long again as the policy says now.
    func renew(_ invitation: Invitation, _ write: Write) throws -> Invitation {
        var renewed = invitation
        renewed.expireTime = try end(of: invitation, write)
        renewed = try write.tx.update(renewed)
        try put(endOf: renewed, write.tx)
        return renewed
    }

    /// A token for an invitation, in the place of the one before, which is void. Nil when the invitation waits no more.
    ///
    /// A token is never stored, so a repeated request cannot give the same one: it gives a new one, as if the invitation were
    /// sent again, and so to whoever may do that now, `again`.
    func newToken(
        of id: String, again: Administration?, validateOnly: Bool, _ write: Write
    ) throws -> InvitationToken? {
        guard var invitation = try write.tx.invitation(id), let waiting = invitation.waiting else { return nil }
        if let again {
            try again.administrator.mayChange(waiting)
            let before = invitation
            invitation = try renew(before, write)
            try reportRenewed(before, invitation, write)
        }
        let token = SecretToken.make(random)
        try write.tx.setToken(SecretToken.hash(token), of: id)
        return InvitationToken(invitation: invitation, text: validateOnly ? "" : token)
    }

    func reportRenewed(_ before: Invitation, _ after: Invitation, _ write: Write) throws {
        let account = try write.tx.account(AccountID(after.accountId))
        try write.report(account, account) {
            $0.action = .accountInvitationRenewed
            $0.record(before, after, write)
        }
    }

    private func end(of invitation: Invitation, _ write: Write) throws -> Timestamp {
        let policies = try write.tx.policies(of: OrganizationID(invitation.organizationId)).policies
        return Timestamp(microsecondsSince1970: write.tx.now + policies.invitationLifetimeMicros)
    }
}
