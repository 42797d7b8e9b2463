import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct SuspensionTests {
    @Test("B3 suspending ends sessions at once; reactivating does not bring them back")
    func sessions() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let user = try await installation.member("jo", of: acme, password: password)
        let session = try await installation.signIn(user, password).sessionToken
        #expect(try await installation.authorize(.sessionToken(session)).allowed)
        let suspended = try await installation.suspend(user, by: acme.owner)
        #expect(suspended.account?.state == .suspended)
        #expect(suspended.account?.suspendTime?.microsecondsSince1970 == installation.now)
        #expect(!suspended.eventId.isEmpty)
        #expect(try await installation.authorize(.sessionToken(session)).reason == .sessionInvalid)
        #expect(try await installation.authorize(.accountId(user.id)).reason == .accountNotActive)
        #expect(await failure { () throws(Status) in try await installation.signIn(user, password) }?.reason == .wrongCredentials)
        let reactivated = try await installation.reactivate(user, by: acme.owner)
        #expect(reactivated.account?.state == .active && reactivated.account?.suspendTime == nil)
        #expect(try await installation.authorize(.sessionToken(session)).reason == .sessionInvalid)
        _ = try await installation.signIn(user, password)
    }

    @Test("D17 a change is answered after every follower has it, also when it changed nothing")
    func acknowledged() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let user = try await installation.member("jo", of: acme)
        try await installation.suspend(user, by: acme.owner)
        #expect(installation.waitedFor.last == installation.store.position)
        let before = installation.waitedFor.count
        let again = try await installation.suspend(user, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty)
        #expect(installation.waitedFor.count == before + 1)
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await installation.reactivate(user, by: acme.owner).unchanged == false)
        #expect(try await installation.reactivate(user, by: acme.owner).unchanged)
    }

    @Test("C6 who suspends or reactivates another administrator is a Full admin", arguments: [RoleID.support, .policyAdmin])
    func guardsAdministrators(role: RoleID) async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let actor = try await installation.member("actor", of: acme, role: role)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let user = try await installation.member("jo", of: acme)
        #expect(
            await failure { () throws(Status) in try await installation.suspend(auditor, by: actor) }?.reason == .fullAdminOnly)
        try await installation.suspend(user, by: actor)
        try await installation.suspend(auditor, by: acme.owner)
        #expect(
            await failure { () throws(Status) in try await installation.reactivate(auditor, by: actor) }?.reason == .fullAdminOnly
        )
        try await installation.reactivate(user, by: actor)
    }

    @Test("A4 C7 the owner is not suspended, and the second last Full admin goes with a warning")
    func owner() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let third = try await installation.member("third", of: acme, role: .fullAdmin)
        let refused = await failure { () throws(Status) in try await installation.suspend(acme.owner, by: full) }
        #expect(refused?.code == .failedPrecondition && refused?.reason == .isOwner)
        #expect(try await installation.suspend(third, by: full).warnings.isEmpty)
        #expect(try await installation.suspend(full, by: acme.owner).warnings == [.lastFullAdmin])
        let event = try #require(try await installation.events().last)
        #expect(event.action == "account.suspended" && event.flags == [.lastFullAdmin])
    }

    @Test("C7 two who suspend each other at once never leave the organization without a Full admin")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let a = try await installation.member("a", of: acme, role: .fullAdmin)
        let b = try await installation.member("b", of: acme, role: .fullAdmin)
        // An owner who is always there would hide the race.
        try await installation.write(acme.owner.id) {
            $0.state = .suspended; $0.suspendTime = Timestamp(microsecondsSince1970: 1)
        }
        for round in 0..<500 {
            async let first = failure { () throws(Status) in try await installation.suspend(b, by: a) }
            async let second = failure { () throws(Status) in try await installation.suspend(a, by: b) }
            let failures = await [first, second]
            #expect(failures.count { $0 == nil } == 1, "round \(round): \(failures)")
            for case let status? in failures {
                #expect([.wrongState, .lastFullAdmin].contains(status.reason), "round \(round): \(status)")
            }
            for id in [a.id, b.id] {
                try await installation.write(id) {
                    $0.state = .active; $0.suspendTime = nil
                }
            }
        }
    }

    @Test("an administrator who was suspended changes nothing any more")
    func suspendedActor() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let user = try await installation.member("jo", of: acme)
        try await installation.suspend(support, by: acme.owner)
        let status = await failure { () throws(Status) in try await installation.suspend(user, by: support) }
        #expect(status?.code == .permissionDenied && status?.reason == .wrongState)
    }
}
