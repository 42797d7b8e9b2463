internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

// What the token of an invitation proves, and what is written down where it proves nothing.

extension Identity {
    /// A method whose proof is a token. A refusal of it is an event in any case, or counted: the method is for whoever has a
    /// token, and so nobody else writes it down.
    func byToken<Answer>(
        _ token: String, _ request: some LoggedRequest, _ call: Call,
        _ body: @escaping @Sendable (_ tokenHash: [UInt8]) async throws -> Answer
    ) async throws -> Answer {
        try await answering {
            let tokenHash = SecretToken.hash(token)
            do {
                return try await body(tokenHash)
            } catch let refusal as Refusal {
                await recordRefusal(of: request, refusal, tokenHash, call)
                throw refusal
            }
        }
    }

    /// The invitation that a token proves, and its account, which acts from here on.
    func waitingInvitation(_ tokenHash: [UInt8], _ write: Write) throws -> (Invitation, Account) {
        guard let invitation = try write.tx.invitation(tokenHash: tokenHash),
            let account = try write.tx.account(AccountID(invitation.accountId))
        else { throw Refusal.invitationInvalid }
        return (invitation, account)
    }

    /// Of a stranger in the installation's log, also where the token was somebody's once: what is written takes as long for
    /// every token. How many are written one by one is bounded by where they come from (`RefusedAttempt`). What a rule
    /// refuses to who has a token that is good is in the log of the organization.
    private func recordRefusal(
        of request: some LoggedRequest, _ refusal: Refusal, _ tokenHash: [UInt8], _ call: Call
    ) async {
        let status = Status(refusal)
        var invited: Invitation?
        switch status.reason.refusal {
        case .unproved: break
        case .rule: invited = try? await store.read { try $0.invitation(tokenHash: tokenHash) }
        default: return
        }
        let account = invited.map {
            AuthorizedAccount(
                accountID: $0.accountId, organizationID: $0.organizationId, authenticatedBy: "invitation")
        }
        await mutator.recordRefusal(call, account, request.occurrence, EventDecision(status), source: call.source)
    }
}
