import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

@Suite struct DeletionTests {
    private func list(
        _ acme: Acme, in installation: Installation, _ complete: (inout ListAccountsRequest) -> Void = { _ in }
    ) async throws -> [String] {
        var request = ListAccountsRequest(organizationId: acme.id)
        complete(&request)
        return try await installation.call(AccountServiceMethods.listAccounts, request, as: acme.owner).accounts.map(\.id)
    }

    @Test("B3 what is left of a deleted account is its names; what went with it stands in its event")
    func deletes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme, role: .support, password: password)
        let group = try await installation.group("all", of: acme)
        try await installation.add(jo.id, to: group, by: acme.owner)
        let session = try await installation.signIn(jo, password).sessionToken

        let answer = try await installation.delete(jo, by: acme.owner)
        #expect(answer.account?.state == .deleted && answer.account?.accountType == .user)
        #expect(answer.account?.roleIds == [] && answer.account?.address == "jo@acme.example")
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await installation.get(jo, as: acme.owner) == answer.account)

        #expect(try await installation.authorize(.sessionToken(session)).reason == .sessionInvalid)
        #expect(try await installation.authorize(.accountId(jo.id), "delegations", .view).reason == .noSuchAccount)
        #expect(await failure { () throws(Status) in try await installation.signIn(jo, password) }?.reason == .wrongCredentials)
        for table in ["sessions", "credentials", "role_assignments"] {
            let rows = try await installation.store.read { connection in
                try connection.first("SELECT count(*) FROM \(table) WHERE account_id = ?", [.text(jo.id)]) { $0.int(0) }
            }
            #expect(rows == 0, "\(table)")
        }
        let members = try await installation.call(
            GroupServiceMethods.listGroupMembers, ListGroupMembersRequest(groupId: group.id), as: acme.owner
        ).members
        #expect(members.isEmpty)

        let event = try #require(try await installation.events().first { $0.id == answer.eventId })
        #expect(event.id == answer.eventId && event.action == "account.deleted" && event.target?.id == jo.id)
        let changes = Dictionary(uniqueKeysWithValues: event.changes.map { ($0.path, $0.before) })
        #expect(changes["sessions"] == "1" && changes["credentials"] == "1" && changes["group_memberships"] == "1")
        #expect(changes["roles"] == "rol_support" && changes["account_type"] == "administrator")
        #expect(changes["state"] == "active" && changes["invitation"] == nil)
        let again = try await installation.delete(jo, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty)
    }

    @Test("B3 deleting is final, and says so")
    func final() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        try await installation.delete(jo, by: acme.owner)
        let refused = await failure { () throws(Status) in try await installation.reactivate(jo, by: acme.owner) }
        #expect(refused?.reason == .wrongState && refused?.message.contains("deleting is final") == true)
        #expect(await failure { () throws(Status) in try await installation.suspend(jo, by: acme.owner) }?.reason == .wrongState)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: jo, by: acme.owner) }?.reason
                == .wrongState)
    }

    @Test("B3 a list shows a tombstone only to who asks for the state, or for its id; its address is free")
    func lists() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        try await installation.delete(jo, by: acme.owner)
        #expect(try await list(acme, in: installation) == [acme.owner.id])
        #expect(try await list(acme, in: installation) { $0.accountType = .user } == [])
        #expect(try await list(acme, in: installation) { $0.state = .deleted } == [jo.id])
        #expect(try await list(acme, in: installation) { $0.accountIds = [jo.id] } == [jo.id])
        #expect(try await list(acme, in: installation) { ($0.accountIds, $0.state) = ([jo.id], .active) } == [])
        #expect(try await list(acme, in: installation) { $0.addresses = ["jo@acme.example"] } == [])
        let next = try await installation.member("jo", of: acme)
        #expect(next.id != jo.id)
        #expect(try await list(acme, in: installation) { $0.addresses = ["jo@acme.example"] } == [next.id])
    }

    @Test("B3 who is invited can be deleted: the token is void, and nothing happens at the invitation's end")
    func invited() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        try await installation.delete(invited.account ?? Account(), by: acme.owner)
        let late = await failure { () throws(Status) in
            try await installation.call(
                InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: invited.invitationToken))
        }
        #expect(late?.reason == .invitationInvalid)
        installation.advance(seconds: 30 * 86_400)
        #expect(try await installation.passTime().done == 0)
    }

    @Test("B3 the end of a membership goes with the account")
    func membershipEnds() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        let group = try await installation.group("all", of: acme)
        let end = Timestamp(microsecondsSince1970: installation.now + 86_400 * 1_000_000)
        _ = try await installation.call(
            GroupServiceMethods.addGroupMembers,
            AddGroupMembersRequest(groupId: group.id, memberIds: [jo.id], expireTime: end), as: acme.owner)
        try await installation.delete(jo, by: acme.owner)
        installation.advance(seconds: 2 * 86_400)
        #expect(try await installation.passTime().done == 0)
    }

    @Test("A5 C5 whom somebody invited to be an administrator is deleted, or made functional, by whoever may withdraw that")
    func invitedAdministrator() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let jo = try await installation.member("jo", of: acme)
        _ = try await installation.inviteAdministrator(jo, to: acme)
        for refused in [
            await failure({ () throws(Status) in _ = try await installation.delete(jo, by: policy) }),
            await failure({ () throws(Status) in _ = try await installation.retype(jo, .functional, by: policy) }),
        ] { #expect(refused?.reason == .fullAdminOnly) }
        try await installation.delete(jo, by: acme.owner)
    }

    @Test("C6 A4 C4 who is deleted by whom")
    func guards() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let user = try await installation.member("jo", of: acme)
        func reason(_ account: Account, by actor: Account) async -> ErrorReason? {
            await failure { () throws(Status) in try await installation.delete(account, by: actor) }?.reason
        }
        #expect(await reason(auditor, by: support) == .fullAdminOnly)
        #expect(await reason(user, by: auditor) == .roleLacksScope)
        #expect(await reason(acme.owner, by: full) == .isOwner)
        #expect(await reason(full, by: full) == .ownRole)
        #expect(await reason(acme.owner, by: acme.owner) == .ownRole)
        #expect(await reason(user, by: support) == nil)
        #expect(await reason(auditor, by: full) == nil)
        #expect(await reason(full, by: acme.owner) == nil)
    }

    @Test("C7 two who delete each other at once, a thousand times: one of them always remains")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var a = try await installation.member("a", of: acme, role: .fullAdmin)
        let b = try await installation.member("b", of: acme, role: .fullAdmin)
        // An owner who is always there would hide the race.
        try await installation.write(acme.owner.id) {
            $0.state = .suspended; $0.suspendTime = Timestamp(microsecondsSince1970: 1)
        }
        var survivor = b
        for round in 0..<1000 {
            let (one, other) = (a, survivor)
            async let first = failure { () throws(Status) in try await installation.delete(other, by: one) }
            async let second = failure { () throws(Status) in try await installation.delete(one, by: other) }
            let failures = await [first, second]
            #expect(failures.count { $0 == nil } == 1, "round \(round): \(failures)")
            survivor = failures[0] == nil ? one : other
            a = try await installation.member("r\(round)", of: Acme(id: acme.id, owner: survivor))
            try await installation.assign(.fullAdmin, to: a, by: survivor)
        }
    }
}
