import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Testing

@Suite struct AccountTypeTests {
    @Test("B1 who becomes functional has no session, no password and no role any more, and signs in nowhere")
    func functional() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme, role: .policyAdmin, password: password)
        let group = try await installation.group("all", of: acme)
        try await installation.add(jo.id, to: group, by: acme.owner)
        let session = try await installation.signIn(jo, password).sessionToken

        let answer = try await installation.retype(jo, .functional, by: acme.owner)
        #expect(answer.account?.accountType == .functional && answer.account?.state == .active)
        #expect(answer.account?.roleIds == [] && !answer.withoutPassword)
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await installation.authorize(.sessionToken(session)).reason == .sessionInvalid)
        #expect(await failure { () throws(Status) in try await installation.signIn(jo, password) }?.reason == .wrongCredentials)
        let event = try #require(try await installation.events().first { $0.id == answer.eventId })
        #expect(event.action == "account.type_changed" && event.target?.subjectId == jo.id)
        let changes = Dictionary(uniqueKeysWithValues: event.changes.map { ($0.path, $0.before) })
        #expect(changes["sessions"] == "1" && changes["credentials"] == "1" && changes["roles"] == "rol_policy_admin")
        #expect(changes["account_type"] == "administrator" && changes["group_memberships"] == nil)
        let members = try await installation.call(
            GroupServiceMethods.listGroupMembers, ListGroupMembersRequest(groupId: group.id), as: acme.owner
        ).members
        #expect(members.map(\.memberId) == [jo.id])

        let again = try await installation.retype(jo, .functional, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty)
        let back = try await installation.retype(jo, .user, by: acme.owner)
        #expect(back.account?.accountType == .user && back.withoutPassword)
        #expect(try await installation.authorize(.sessionToken(session)).reason == .sessionInvalid)
        #expect(await failure { () throws(Status) in try await installation.signIn(jo, password) }?.reason == .wrongCredentials)
    }

    @Test("B1 an invitation goes with it: the token is void, and the account is active")
    func invited() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        let answer = try await installation.retype(invited.account ?? Account(), .functional, by: acme.owner)
        #expect(answer.account?.state == .active)
        let late = await failure { () throws(Status) in
            try await installation.call(
                InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: invited.invitationToken))
        }
        #expect(late?.reason == .invitationInvalid)
        installation.advance(seconds: 30 * 86_400)
        try await installation.passTime()
        #expect(try await installation.get(answer.account ?? Account(), as: acme.owner).state == .active)
    }

    @Test("C4 C6 C8 A4 whose type is changed by whom")
    func guards() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let user = try await installation.member("jo", of: acme)
        func reason(_ account: Account, _ type: AccountType, by actor: Account) async -> ErrorReason? {
            await failure { () throws(Status) in try await installation.retype(account, type, by: actor) }?.reason
        }
        #expect(await reason(user, .functional, by: support) == .roleLacksScope)
        #expect(await reason(support, .functional, by: policy) == .fullAdminOnly)
        #expect(await reason(policy, .administrator, by: policy) == .ownRole)
        #expect(await reason(acme.owner, .functional, by: full) == .isOwner)
        #expect(await reason(user, .administrator, by: full) == .wrongType)
        #expect(await reason(user, .functional, by: policy) == nil)
        #expect(await reason(support, .functional, by: full) == nil)
        #expect(try await installation.events().last?.action == "account.type_changed")
    }

    @Test("C7 two who make functional accounts of each other at once: one of them remains")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let a = try await installation.member("a", of: acme, role: .fullAdmin)
        let b = try await installation.member("b", of: acme, role: .fullAdmin)
        // An owner who is always there would hide the race.
        try await installation.write(acme.owner.id) {
            $0.state = .suspended; $0.suspendTime = Timestamp(microsecondsSince1970: 1)
        }
        var (one, other) = (a, b)
        for round in 0..<200 {
            let (x, y) = (one, other)
            async let first = failure { () throws(Status) in try await installation.retype(y, .functional, by: x) }
            async let second = failure { () throws(Status) in try await installation.retype(x, .functional, by: y) }
            let failures = await [first, second]
            #expect(failures.count { $0 == nil } == 1, "round \(round): \(failures)")
            if failures[0] != nil { swap(&one, &other) }
            try await installation.retype(other, .user, by: one)
            try await installation.assign(.fullAdmin, to: other, by: one)
        }
    }
}
