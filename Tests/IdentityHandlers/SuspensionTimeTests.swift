import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// What time does to suspended accounts.
@Suite struct SuspensionTimeTests {
    private static let day: Double = 86_400

    @Test("B3 a suspension with an end is over then, by the system, and told; its reason stands on the account till then")
    func ends() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme, password: password)
        let suspended = try await installation.suspend(jo, by: acme.owner, until: 3600, .absent)
        #expect(suspended.account?.suspendReason == .absent)
        #expect(suspended.account?.suspendEndTime?.microsecondsSince1970 == installation.now + 3_600_000_000)
        installation.advance(seconds: 3599)
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 1)
        #expect(try await installation.passTime().done == 1)
        let active = try await installation.get(jo, as: acme.owner)
        #expect(active.state == .active && active.suspendTime == nil && active.suspendEndTime == nil)
        #expect(active.suspendReason == .unspecified)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "account.suspension_ended" && event.actor?.kind == .system && event.target?.id == jo.id)
        #expect(event.changes.contains { $0.path == "suspend_reason" && $0.before == "absent" })
        #expect(event.changes.contains { $0.path == "suspend_end_time" && $0.before.hasSuffix("Z") && $0.after.isEmpty })
        _ = try await installation.signIn(jo, password)
    }

    @Test("B3 suspended again meanwhile, otherwise or anew: only the last one's end counts")
    func again() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        let first = try await installation.suspend(jo, by: acme.owner, until: 3600)
        let later = try await installation.suspend(jo, by: acme.owner, until: 7200, .left)
        #expect(!later.unchanged && later.account?.suspendTime == first.account?.suspendTime)
        let changed = try #require(try await installation.events().last)
        #expect(changed.action == "account.suspension_changed")
        #expect(Set(changed.changes.map(\.path)) == ["suspend_end_time", "suspend_reason"])
        #expect(try await installation.suspend(jo, by: acme.owner, until: 7200, .left).unchanged)
        installation.advance(seconds: 3600)
        #expect(try await installation.passTime().done == 0)

        try await installation.reactivate(jo, by: acme.owner)
        try await installation.suspend(jo, by: acme.owner)
        installation.advance(seconds: 7200)
        try await installation.passTime()
        #expect(try await installation.get(jo, as: acme.owner).state == .suspended)
        let past = await failure { () throws(Status) in try await installation.suspend(jo, by: acme.owner, until: 0) }
        #expect(past?.reason == .invalidField && past?.metadata["field"] == "end_time")
        let nothing = await failure { () throws(Status) in
            try await installation.call(
                AccountServiceMethods.suspendAccount,
                SuspendAccountRequest(accountId: jo.id, endTime: Timestamp(seconds: .max)), as: acme.owner)
        }
        #expect(nothing?.reason == .invalidField)
    }

    @Test("B4 after the policy's days a suspended account is deleted by the system, with all that goes with it")
    func deletes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme, role: .auditor, password: password)
        try await installation.suspend(jo, by: acme.owner)
        installation.advance(seconds: 90 * Self.day - 1)
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 1)
        #expect(try await installation.passTime().done == 1)
        #expect(try await installation.get(jo, as: acme.owner).state == .deleted)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "account.deleted" && event.actor?.kind == .system && event.organizationId == acme.id)
        #expect(event.changes.contains { $0.path == "roles" && $0.before == "rol_auditor" })
        #expect(try await installation.passTime().done == 0)
    }

    @Test("B4 it counts from the last suspension, and reactivation clears the clock")
    func clears() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        try await installation.suspend(jo, by: acme.owner)
        installation.advance(seconds: 80 * Self.day)
        try await installation.reactivate(jo, by: acme.owner)
        installation.advance(seconds: 20 * Self.day)
        #expect(try await installation.passTime().done == 0)
        try await installation.suspend(jo, by: acme.owner)
        installation.advance(seconds: 89 * Self.day)
        try await installation.passTime()
        #expect(try await installation.get(jo, as: acme.owner).state == .suspended)
        installation.advance(seconds: Self.day)
        try await installation.passTime()
        #expect(try await installation.get(jo, as: acme.owner).state == .deleted)
    }

    @Test("B4 who was to come back at a time and is not any more has been suspended for good from then on")
    func withoutItsEnd() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        try await installation.suspend(jo, by: acme.owner, until: 365 * 86_400)
        installation.advance(seconds: 100 * Self.day)
        let changed = try await installation.suspend(jo, by: acme.owner, .misused)
        #expect(changed.account?.suspendTime?.microsecondsSince1970 == installation.now)
        installation.advance(seconds: 90 * Self.day - 1)
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 1)
        #expect(try await installation.passTime().done == 1)
        #expect(try await installation.get(jo, as: acme.owner).state == .deleted)
    }

    @Test("B4 Full admins and functional accounts stay, until they are others")
    func exempt() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let desk = try await installation.functional("desk", of: acme)
        for account in [full, desk] { try await installation.suspend(account, by: acme.owner) }
        installation.advance(seconds: 100 * Self.day)
        try await installation.passTime()
        for account in [full, desk] { #expect(try await installation.get(account, as: acme.owner).state == .suspended) }
        try await installation.unassign(.fullAdmin, from: full, by: acme.owner)
        try await installation.retype(desk, .user, by: acme.owner)
        installation.advance(seconds: Self.day)
        try await installation.passTime()
        for account in [full, desk] { #expect(try await installation.get(account, as: acme.owner).state == .deleted) }
    }

    @Test("B4 a policy that deletes sooner finds who is suspended, slice by slice; one that deletes later, or never, spares them")
    func policyMoves() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.decide(["delete_suspended_after"], of: acme) { $0.deleteSuspendedAfter = WireDuration() }
        var accounts: [Account] = []
        for number in 0..<205 {
            let account = try await installation.member("a\(number)", of: acme)
            try await installation.suspend(account, by: acme.owner)
            accounts.append(account)
        }
        installation.advance(seconds: 10 * Self.day)
        #expect(try await installation.passTime().done == 0)
        func states() async throws -> Set<AccountState> {
            var states: Set<AccountState> = []
            for account in accounts { states.insert(try await installation.get(account, as: acme.owner).state) }
            return states
        }
        try await installation.decide(["delete_suspended_after"], of: acme) {
            $0.deleteSuspendedAfter = WireDuration(seconds: 20 * 86_400)
        }
        try await installation.passTime()
        #expect(try await states() == [.suspended])
        try await installation.decide(["delete_suspended_after"], of: acme) {
            $0.deleteSuspendedAfter = WireDuration(seconds: 30 * 86_400)
        }
        installation.advance(seconds: 15 * Self.day)
        try await installation.passTime()
        #expect(try await states() == [.suspended])
        try await installation.decide(["delete_suspended_after"], of: acme) {
            $0.deleteSuspendedAfter = WireDuration(seconds: 86_400)
        }
        try await installation.passTime()
        #expect(try await states() == [.deleted])
        #expect(try await installation.events().count { $0.action == "account.deleted" } == accounts.count)
    }

    @Test("B4 where a new version's preset deletes sooner, who is suspended already is found", arguments: [false, true])
    func anotherTable(hasDecidedSince: Bool) async throws {
        let before = try await Installation()
        let acme = try await before.acme()
        let jo = try await before.member("jo", of: acme)
        try await before.suspend(jo, by: acme.owner)
        // As under a table that never deletes.
        _ = try await before.store.write { tx in
            try tx.run("DELETE FROM due", [])
            try tx.run("UPDATE organization_policies SET table_version = 0", [])
        }
        let installation = try await Installation(after: before)
        if hasDecidedSince {
            try await installation.decide(["guard_administrators"], of: acme) { $0.guardAdministrators = .off }
        }
        try await installation.passTime()
        installation.advance(seconds: 90 * Self.day)
        try await installation.passTime()
        #expect(try await installation.get(jo, as: acme.owner).state == .deleted)
    }

    @Test("B4 while two clocks disagree nothing is deleted, and no suspension ends")
    func clocks() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (jo, al) = (try await installation.member("jo", of: acme), try await installation.member("al", of: acme))
        try await installation.suspend(jo, by: acme.owner)
        try await installation.suspend(al, by: acme.owner, until: 3600)
        installation.jump(seconds: 200 * 86_400)
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 100 * Self.day)
        #expect(try await installation.passTime().done == 0)
        #expect(try await installation.get(jo, as: acme.owner).state == .suspended)
        installation.jump(seconds: 0)
        try await installation.passTime()
        #expect(try await installation.get(jo, as: acme.owner).state == .deleted)
        #expect(try await installation.get(al, as: acme.owner).state == .active)
    }
}
