internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// The invited account becomes active (B2). The token is the proof: it needs no session.
    func acceptInvitation(
        _ request: AcceptInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptInvitationResponse> {
        .later { [identity] in
            try await answering {
                do {
                    return try await identity.acceptInvitation(request, call)
                } catch let refusal as Refusal where refusal.isOfStranger {
                    await identity.recordRefusal(of: request, refusal, call)
                    throw refusal
                }
            }
        }
    }
}

extension Refusal {
    /// Of somebody who has not proved that they were invited, or that the first password is theirs.
    fileprivate var isOfStranger: Bool { code == .invitationInvalid || code == .slowedDown }
}

extension Identity {
    fileprivate func acceptInvitation(
        _ request: AcceptInvitationRequest, _ call: Call
    ) async throws -> AcceptInvitationResponse {
        let tokenHash = SecretToken.hash(request.invitationToken)
        let firstCredential = try await credential(of: request, tokenHash)
        // A token that came to be there after its password had gone without a hash is as unknown as before.
        let isWhole = request.validateOnly || request.password.isEmpty == (firstCredential == nil)
        let clock = clock
        // Request ids belong to the token.
        let answer = try await mutator.perform(
            Mutation(call, request, answer: AcceptInvitationResponse.self), caller: Base64URL.text(tokenHash)
        ) { write in
            let tx = write.tx
            guard let invitation = try tx.invitation(tokenHash: tokenHash),
                let invited = try tx.account(invitation.account), isWhole
            else { throw Invitation.refusal }
            var account = try write.changing(invited)
            account.take(
                try tx.standing(of: invited).accepted(invitation, now: max(tx.now, clock().latest)), at: tx.now)
            account = try tx.update(account)
            try endInvitation(of: invitation.account, tx)
            if let firstCredential { try tx.set(firstCredential, of: invitation.account) }
            try write.report(invited, account) {
                $0.actor = EventActor(account: account, authenticatedBy: "invitation")
            }
            return AcceptInvitationResponse(account: account)
        }
        if !request.requestId.isEmpty, !request.validateOnly, let id = answer.account?.id {
            try await requireSame(request.password, firstCredential, of: AccountID(id), call)
        }
        return answer
    }

    /// In the installation's log, also where the token was somebody's once: what is written takes as long for every token.
    /// How many are written one by one is bounded by where they come from (`RefusedAttempt`).
    fileprivate func recordRefusal(of request: AcceptInvitationRequest, _ refusal: Refusal, _ call: Call) async {
        await mutator.recordRefusal(
            call, nil, request.occurrence, EventDecision(Status(refusal)), source: call.source)
    }

    /// Of the request's password; nil where it has none, and where a hash would be for nothing: of a stranger's token, and of
    /// what is only tried out. A token that is used up may still repeat its request.
    private func credential(of request: AcceptInvitationRequest, _ tokenHash: [UInt8]) async throws -> Credential? {
        if request.password.isEmpty { return nil }
        try PasswordPolicy.check(request.password, field: "password")
        if request.validateOnly { return nil }
        if try await store.read({ try $0.invitation(tokenHash: tokenHash) }) != nil {
            return try await passwords.credential(for: request.password)
        }
        guard !request.requestId.isEmpty else { throw Invitation.refusal }
        return nil
    }
}
