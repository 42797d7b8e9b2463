import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@testable import Due

/// A5: administrators by invitation, of an address that nobody has and of an account that is there.
struct AdministratorInvitationTests {
    let installation: Installation
    let acme: Acme

    init() async throws {
        installation = try await Installation()
        acme = try await installation.acme()
    }

    private func invitation(_ id: String?, by reader: Account? = nil) async throws(Status) -> Invitation {
        let answer = try await installation.call(
            InvitationServiceMethods.getInvitation, GetInvitationRequest(invitationId: id ?? ""), as: reader ?? acme.owner)
        return answer.invitation ?? Invitation()
    }

    private func account(_ id: String?) async throws(Status) -> Account {
        let answer = try await installation.call(
            AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(id ?? "")), as: acme.owner)
        return answer.account ?? Account()
    }

    private func withdraw(_ id: String?, by actor: Account? = nil) async throws(Status) -> WithdrawInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.withdrawInvitation, WithdrawInvitationRequest(invitationId: id ?? ""),
            as: actor ?? acme.owner)
    }

    private func resend(
        _ id: String?, by actor: Account? = nil, requestID: String = ""
    ) async throws(Status) -> ResendInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.resendInvitation,
            ResendInvitationRequest(invitationId: id ?? "", requestId: requestID), as: actor ?? acme.owner)
    }

    private func acceptOwn(_ id: String?, as actor: Account) async throws(Status) -> AcceptOwnInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.acceptOwnInvitation, AcceptOwnInvitationRequest(invitationId: id ?? ""), as: actor)
    }

    private func declineOwn(_ id: String?, as actor: Account) async throws(Status) -> DeclineOwnInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.declineOwnInvitation, DeclineOwnInvitationRequest(invitationId: id ?? ""), as: actor)
    }

    private func decline(_ token: String) async throws(Status) -> DeclineInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.declineInvitation, DeclineInvitationRequest(invitationToken: token))
    }

    @Test("A5 a new address: no role before it accepts, then all of them, with a first password")
    func newAddress() async throws {
        let invited = try await installation.inviteAdministrator(at: "jo@town.example", as: [.support, .auditor], to: acme)
        #expect(invited.account?.state == .invited && invited.account?.accountType == .user)
        #expect(invited.invitation?.roleIds == ["rol_auditor", "rol_support"] && invited.invitation?.newAccount == true)
        #expect(invited.invitation?.inviterId == acme.owner.id && invited.invitation?.address == "jo@town.example")
        let id = invited.account?.id ?? ""
        #expect(try await !installation.authorize(.accountId(id), "account_status", .edit).allowed)
        let accepted = try await installation.accept(invited.invitationToken, password: password)
        #expect(accepted.account?.accountType == .administrator && accepted.account?.state == .active)
        #expect(accepted.account?.roleIds == ["rol_auditor", "rol_support"])
        #expect(accepted.invitation?.state == .accepted)
        #expect(try await installation.authorize(.accountId(id), "account_status", .edit).allowed)
        #expect(try await installation.signIn(try #require(accepted.account), password).account?.id == id)
        let events = try await installation.events().suffix(3).map(\.action)
        #expect(events.contains("administrator.accepted"))
    }

    @Test("A5 an active account accepts by its own session or by the token; nobody sets its password")
    func existing() async throws {
        let (jo, kim) = (
            try await installation.member("jo", of: acme, password: password), try await installation.member("kim", of: acme)
        )
        let first = try await installation.inviteAdministrator(jo, to: acme)
        #expect(try await account(jo.id) == jo, "nothing changes it before it accepts")
        let waiting = try await installation.call(
            InvitationServiceMethods.getOwnInvitation, GetOwnInvitationRequest(), as: jo)
        #expect(waiting.invitation?.id == first.invitation?.id)
        let set = await failure { () throws(Status) in
            try await installation.accept(first.invitationToken, password: "another password")
        }
        #expect(set?.reason == .invalidField && set?.metadata["field"] == "password")
        for other in [kim, acme.owner] {
            let status = await failure { () throws(Status) in try await acceptOwn(first.invitation?.id, as: other) }
            #expect(status?.reason == .notFound)
        }
        let accepted = try await acceptOwn(first.invitation?.id, as: jo)
        #expect(accepted.account?.roleIds == ["rol_support"] && accepted.invitation?.state == .accepted)
        let used = await failure { () throws(Status) in try await installation.accept(first.invitationToken) }
        #expect(used?.reason == .invitationInvalid)
        #expect(try await installation.signIn(jo, password).account?.id == jo.id)

        let second = try await installation.inviteAdministrator(kim, as: [.auditor], to: acme)
        let byToken = try await installation.call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: second.invitationToken, requestId: "r"))
        let again = try await installation.call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: second.invitationToken, requestId: "r"))
        #expect(byToken == again && byToken.account?.roleIds == ["rol_auditor"])
    }

    @Test("A5 declined, withdrawn and expired: the token is void, the address free, and an account that was there untouched")
    func ends() async throws {
        let jo = try await installation.member("jo", of: acme)
        for (number, state) in [InvitationState.declined, .withdrawn, .expired].enumerated() {
            let new = try await installation.inviteAdministrator(at: "new@town.example", to: acme)
            let old = try await installation.inviteAdministrator(jo, to: acme)
            switch state {
            case .declined:
                _ = try await decline(new.invitationToken)
                _ = try await declineOwn(old.invitation?.id, as: jo)
            case .withdrawn:
                _ = try await withdraw(new.invitation?.id)
                _ = try await withdraw(old.invitation?.id)
            default:
                installation.advance(seconds: 7 * 24 * 3600)
                try await installation.passTime()
            }
            for (answer, after) in [(new, AccountState.deleted), (old, .active)] {
                let found = try await invitation(answer.invitation?.id)
                #expect(found.state == state && found.endTime != nil, "\(number)")
                #expect(try await account(answer.account?.id).state == after)
                let void = await failure { () throws(Status) in try await installation.accept(answer.invitationToken) }
                #expect(void?.reason == .invitationInvalid)
            }
        }
        #expect(try await account(jo.id) == jo)
        #expect(try await installation.invite("new", to: acme).account?.state == .invited)
        let listed = try await installation.call(
            InvitationServiceMethods.listInvitations, ListInvitationsRequest(organizationId: acme.id, state: .withdrawn),
            as: acme.owner)
        #expect(listed.invitations.count == 2)
        #expect(try await installation.passTime().failures == 0)
    }

    @Test("A5 sent again: another token and another end, and the one before is void; so does a repetition")
    func sentAgain() async throws {
        let invited = try await installation.inviteAdministrator(at: "jo@town.example", to: acme, requestID: "r")
        installation.advance(seconds: 3600)
        let sent = try await resend(invited.invitation?.id, requestID: "s")
        #expect(sent.invitationToken != invited.invitationToken && !sent.invitationToken.isEmpty)
        #expect(
            (sent.invitation?.expireTime?.microsecondsSince1970 ?? 0)
                == (invited.invitation?.expireTime?.microsecondsSince1970 ?? 0) + 3600 * 1_000_000)
        let repeated = try await resend(invited.invitation?.id, requestID: "s")
        let invitedAgain = try await installation.inviteAdministrator(at: "jo@town.example", to: acme, requestID: "r")
        #expect(invitedAgain.invitation?.id == invited.invitation?.id)
        for token in [invited.invitationToken, sent.invitationToken, repeated.invitationToken] {
            let void = await failure { () throws(Status) in try await installation.accept(token) }
            #expect(void?.reason == .invitationInvalid)
        }
        #expect(try await installation.accept(invitedAgain.invitationToken).account?.state == .active)
        let over = await failure { () throws(Status) in try await resend(invited.invitation?.id) }
        #expect(over?.reason == .wrongState && over?.metadata["state"] == "accepted")
    }

    @Test("A5 one invitation waits at most: a second names it, and who may only invite users gets no administrator's token")
    func one() async throws {
        let support = try await installation.member("sue", of: acme, role: .support)
        let jo = try await installation.member("jo", of: acme)
        let new = try await installation.inviteAdministrator(at: "new@acme.example", as: [.fullAdmin], to: acme)
        let old = try await installation.inviteAdministrator(jo, to: acme)
        let attempts: [(Status?, String?)] = [
            (await failure { () throws(Status) in try await installation.inviteAdministrator(jo, to: acme) }, old.invitation?.id),
            (
                await failure { () throws(Status) in
                    try await installation.inviteAdministrator(at: "NEW@acme.example", to: acme)
                }, new.invitation?.id
            ),
            (
                await failure { () throws(Status) in
                    try await installation.call(
                        AccountServiceMethods.inviteAccount,
                        InviteAccountRequest(account: Account(organizationId: acme.id, address: "new@acme.example")),
                        as: support)
                }, new.invitation?.id
            ),
        ]
        for (status, waiting) in attempts {
            #expect(status?.reason == .alreadyExists && status?.metadata["invitation_id"] == waiting)
        }
        for status in [
            await failure { () throws(Status) in try await resend(new.invitation?.id, by: support) },
            await failure { () throws(Status) in try await withdraw(new.invitation?.id, by: support) },
        ] { #expect(status?.reason == .fullAdminOnly) }
        let user = try await installation.invite("user", to: acme)
        #expect(try await !resend(user.invitationId, by: support).invitationToken.isEmpty)
        #expect(try await withdraw(user.invitationId, by: support).invitation?.state == .withdrawn)
    }

    @Test("A5 who may repeat an invitation is judged again: under administrators_by owner a Full admin gets no other token")
    func policy() async throws {
        let full = try await installation.member("fay", of: acme, role: .fullAdmin)
        let invited = try await installation.inviteAdministrator(at: "jo@town.example", to: acme, by: full, requestID: "r")
        try await installation.decide(["administrators_by"], of: acme) { $0.administratorsBy = .owner }
        for status in [
            await failure { () throws(Status) in
                try await installation.inviteAdministrator(at: "jo@town.example", to: acme, by: full, requestID: "r")
            },
            await failure { () throws(Status) in
                try await installation.inviteAdministrator(at: "kim@town.example", to: acme, by: full)
            }, await failure { () throws(Status) in try await resend(invited.invitation?.id, by: full) },
            await failure { () throws(Status) in try await withdraw(invited.invitation?.id, by: full) },
        ] { #expect(status?.reason == .ownerOnly) }
        // What was made under the policy before stands until the owner withdraws it.
        #expect(try await installation.accept(invited.invitationToken).account?.accountType == .administrator)
    }

    @Test("C4 whom somebody made an administrator meanwhile, and none again, gets nothing back by an old invitation")
    func noWayBack() async throws {
        let jo = try await installation.member("jo", of: acme)
        let invited = try await installation.inviteAdministrator(jo, as: [.fullAdmin], to: acme)
        try await installation.assign(.support, to: jo, by: acme.owner)
        #expect(try await invitation(invited.invitation?.id).state == .withdrawn)
        try await installation.unassign(.support, from: jo, by: acme.owner)
        for status in [
            await failure { () throws(Status) in try await installation.accept(invited.invitationToken) },
            await failure { () throws(Status) in try await acceptOwn(invited.invitation?.id, as: jo) },
        ] { #expect(status?.reason == .invitationInvalid || status?.reason == .wrongState) }
        #expect(try await account(jo.id).accountType == .user)
    }

    @Test("A5 who was suspended meanwhile accepts nothing, and does once reactivated")
    func suspended() async throws {
        let jo = try await installation.member("jo", of: acme)
        let invited = try await installation.inviteAdministrator(jo, to: acme)
        try await installation.suspend(jo, by: acme.owner)
        let status = await failure { () throws(Status) in try await installation.accept(invited.invitationToken) }
        #expect(status?.reason == .wrongState && status?.metadata["state"] == "suspended")
        let told = try await installation.events().last
        #expect(told?.outcome == .denied && told?.organizationId == acme.id && told?.actor?.id == jo.id)
        try await installation.reactivate(jo, by: acme.owner)
        #expect(try await installation.accept(invited.invitationToken).account?.roleIds == ["rol_support"])
    }

    @Test("D28 another organization's invitation, account and list are not found")
    func elsewhere() async throws {
        let other = try await installation.acme("other")
        let invited = try await installation.inviteAdministrator(at: "jo@town.example", to: acme)
        for status in [
            await failure { () throws(Status) in try await invitation(invited.invitation?.id, by: other.owner) },
            await failure { () throws(Status) in try await withdraw(invited.invitation?.id, by: other.owner) },
            await failure { () throws(Status) in try await resend(invited.invitation?.id, by: other.owner) },
            await failure { () throws(Status) in try await installation.inviteAdministrator(other.owner, to: acme) },
            await failure { () throws(Status) in
                try await installation.call(
                    InvitationServiceMethods.listInvitations, ListInvitationsRequest(organizationId: acme.id),
                    as: other.owner)
            },
        ] { #expect(status?.reason == .notFound) }
    }

    @Test("A5 two who accept at once, a withdrawal and the end: one wins, and all tell the same", arguments: 0..<40)
    func races(_ round: Int) async throws {
        let jo = try await installation.member("jo", of: acme)
        let invited = try await installation.inviteAdministrator(jo, to: acme)
        let id = invited.invitation?.id
        let won = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await failure { () throws(Status) in try await acceptOwn(id, as: jo) } == nil }
            group.addTask { await failure { () throws(Status) in try await installation.accept(invited.invitationToken) } == nil }
            group.addTask { await failure { () throws(Status) in try await withdraw(id) } == nil }
            group.addTask { await failure { () throws(Status) in try await decline(invited.invitationToken) } == nil }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
        let state = try await invitation(id).state
        #expect(state != .invited)
        #expect((try await account(jo.id).accountType == .administrator) == (state == .accepted))
        #expect(installation.identity.schedule.statistics.waiting == 0)
    }
}
