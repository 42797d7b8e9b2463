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
            try await answering { try await identity.acceptInvitation(request, call) }
        }
    }
}

extension Identity {
    fileprivate func acceptInvitation(
        _ request: AcceptInvitationRequest, _ call: Call
    ) async throws -> AcceptInvitationResponse {
        let tokenHash = SecretToken.hash(request.invitationToken)
        let hasPassword = !request.password.isEmpty
        var credential: Credential?
        if hasPassword {
            try PasswordPolicy.check(request.password, field: "password")
            // A stranger's token must not cost a hash. One that is used up may still repeat its request.
            if try await store.read({ try $0.invitation(tokenHash: tokenHash) }) != nil {
                credential = try await passwords.credential(for: request.password)
            } else if request.requestId.isEmpty {
                throw Invitation.refusal
            }
        }
        let (firstCredential, clock) = (credential, clock)
        // Request ids belong to the token.
        let answer = try await mutator.perform(
            Mutation(call, request, answer: AcceptInvitationResponse.self), caller: Base64URL.text(tokenHash)
        ) { write in
            let tx = write.tx
            guard let invitation = try tx.invitation(tokenHash: tokenHash),
                let invited = try tx.account(invitation.account), hasPassword == (firstCredential != nil)
            else { throw Invitation.refusal }
            var account = try write.changing(invited)
            account.take(try invited.standing().accepted(invitation, now: max(tx.now, clock().latest)), at: tx.now)
            account = try tx.update(account)
            try tx.deleteInvitation(of: invitation.account)
            if let firstCredential { try tx.set(firstCredential, of: invitation.account) }
            try write.report(invited, account) {
                $0.actor = EventActor(account: account, authenticatedBy: "invitation")
            }
            return AcceptInvitationResponse(account: account)
        }
        if !request.requestId.isEmpty, let id = answer.account?.id {
            try await requireSame(request.password, firstCredential, of: AccountID(id), call)
        }
        return answer
    }
}
