internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension InvitationHandler {
    /// The invited account becomes active (B2), or an active one holds the roles that it was invited to (A5). The token is the
    /// proof: it needs no session.
    func acceptInvitation(
        _ request: AcceptInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptInvitationResponse> {
        .later { [identity] in
            try await identity.byToken(request.invitationToken, request, call) { tokenHash in
                try await identity.acceptInvitation(request, tokenHash, call)
            }
        }
    }

    func declineInvitation(
        _ request: DeclineInvitationRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineInvitationResponse> {
        .later { [identity] in
            try await identity.byToken(request.invitationToken, request, call) { tokenHash in
                try await identity.mutator.perform(
                    Mutation(call, request, answer: DeclineInvitationResponse.self), caller: Base64URL.text(tokenHash)
                ) { write in
                    let (found, account) = try identity.waitingInvitation(tokenHash, write)
                    let invitation: Invitation = try write.changing(found)
                    return DeclineInvitationResponse(
                        invitation: try identity.end(
                            invitation, as: .declined, of: account, by: EventActor(invited: account), write))
                }
            }
        }
    }
}

extension Identity {
    /// What an acceptance does, whatever proves it; `actor` where that is not the call's account. Returns invitation and
    /// account as stored.
    func accept(
        _ invitation: Invitation, of before: Account, by actor: EventActor? = nil, _ write: Write
    ) throws -> (Invitation, Account) {
        let tx = write.tx
        let organization = OrganizationID(before.organizationId)
        guard let waiting = invitation.waiting, let rolesEnabled = try tx.organization(organization)?.rolesEnabled
        else { throw Refusal.invitationInvalid }
        let accepted = try tx.standing(of: before)
            .accepted(waiting, rolesEnabled: rolesEnabled, now: latest(write))
        for role in waiting.roles where try tx.role(role, for: organization) == nil {
            throw Refusal(.wrongState, "a role that the invitation gives is gone")
        }
        let closed = try close(invitation, as: .accepted, tx)
        var account = before
        account.take(accepted, at: tx.now)
        account = try tx.update(account)
        for role in waiting.roles {
            try tx.insert(
                RoleAssignment(
                    id: write.id("asg"), organizationId: account.organizationId, accountId: account.id, roleId: role.text,
                    createTime: Timestamp(microsecondsSince1970: tx.now)))
        }
        try write.report(before, account) { event in
            event.record(invitation, closed, write)
            if let actor { event.actor = actor }
            if waiting.roles.isEmpty { return }
            event.action = .administratorAccepted
            event.change("roles", from: "", to: account.roleIds.joined(separator: " "))
        }
        return (closed, account)
    }

    fileprivate func acceptInvitation(
        _ request: AcceptInvitationRequest, _ tokenHash: [UInt8], _ call: Call
    ) async throws -> AcceptInvitationResponse {
        let firstCredential = try await credential(of: request, tokenHash)
        // A token that came to be there after its password had gone without a hash is as unknown as before.
        let isWhole = request.validateOnly || request.password.isEmpty == (firstCredential == nil)
        // Request ids belong to the token.
        let answer = try await mutator.perform(
            Mutation(call, request, answer: AcceptInvitationResponse.self), caller: Base64URL.text(tokenHash)
        ) { write in
            let (invitation, invited) = try waitingInvitation(tokenHash, write)
            guard isWhole else { throw Refusal.invitationInvalid }
            let (accepted, account) = try accept(
                invitation, of: write.changing(invited), by: EventActor(invited: invited), write)
            if let firstCredential { try write.tx.set(firstCredential, of: AccountID(account.id)) }
            return AcceptInvitationResponse(account: account, invitation: accepted)
        }
        if !request.requestId.isEmpty, !request.validateOnly, answer.invitation?.newAccount ?? false,
            let id = answer.account?.id
        {
            try await requireSame(request.password, firstCredential, of: AccountID(id), call)
        }
        return answer
    }

    /// Of the request's password; nil where it has none, and where a hash would be for nothing: of a stranger's token, and of
    /// what is only tried out. A token that is used up may still repeat its request.
    private func credential(of request: AcceptInvitationRequest, _ tokenHash: [UInt8]) async throws -> Credential? {
        if request.password.isEmpty { return nil }
        try PasswordPolicy.check(request.password, field: "password")
        if let invitation = try await store.read({ try $0.invitation(tokenHash: tokenHash) }) {
            // Whoever has the token is not thereby whoever has the account: it sets no password there.
            if !invitation.newAccount { throw Refusal.invalid("password", "the account has its own") }
            return request.validateOnly ? nil : try await passwords.credential(for: request.password)
        }
        guard request.validateOnly || !request.requestId.isEmpty else { throw Refusal.invitationInvalid }
        return nil
    }
}
