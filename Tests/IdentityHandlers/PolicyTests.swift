import Contract
import IdentityDomain
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

@Suite struct PolicyTests {
    @Test("A7 what holds, each with where it comes from; what the organization decides stands apart and can go again")
    func sources() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let fresh = try await installation.policies(of: acme)
        #expect(fresh.entries.map(\.policy) == Policy.allCases.map(\.rawValue))
        #expect(fresh.entries.allSatisfy { $0.source == .preset && $0.value == $0.presetValue && !$0.supported.isEmpty })
        #expect(fresh.effective?.invitationLifetime == WireDuration(seconds: 7 * 86_400))
        #expect(fresh.policies?.invitationLifetime == nil && fresh.policies?.etag.isEmpty == false)

        let changed = try await installation.decide(["invitation_lifetime", "guard_administrators"], of: acme) {
            $0.invitationLifetime = WireDuration(seconds: 3 * 86_400)
            $0.guardAdministrators = .off
        }
        #expect(!changed.unchanged && !changed.eventId.isEmpty && changed.policies?.revision == 2)
        #expect(changed.effective?.notify == NotifyPolicy.none && changed.policies?.notify == .unspecified)
        let read = try await installation.policies(of: acme)
        #expect(read.policies == changed.policies && read.effective == changed.effective)
        let own = read.entries.filter { $0.source == .organization }
        #expect(own.map(\.policy) == ["guard_administrators", "invitation_lifetime"] && own.map(\.value) == ["off", "3d"])
        #expect(own.map(\.presetValue) == ["on", "7d"])

        try await installation.decide(["invitation_lifetime", "guard_administrators"], of: acme)
        let back = try await installation.policies(of: acme)
        #expect(back.entries == fresh.entries && back.policies?.revision == 3)
    }

    @Test("A7 E2 a change is one event with before and after; what changes nothing is none, and says so")
    func events() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let before = try await installation.events().count
        let changed = try await installation.decide(["notify", "invitation_lifetime"], of: acme) {
            $0.invitationLifetime = WireDuration(seconds: 3600)
            $0.notify = NotifyPolicy.none
        }
        let event = try #require(try await installation.events().dropFirst(before).first)
        #expect(event.id == changed.eventId && event.action == "policies.updated" && event.target?.id == acme.id)
        #expect(event.changes.map(\.path) == ["invitation_lifetime", "notify"])
        #expect(event.changes.map(\.before) == ["", ""] && event.changes.last?.after == "none")
        let again = try await installation.decide(["notify"], of: acme) { $0.notify = NotifyPolicy.none }
        #expect(again.unchanged && again.policies?.revision == 2)
        let tried = try await installation.decide(["notify"], of: acme, validateOnly: true)
        #expect(!tried.unchanged && tried.policies?.notify == .unspecified)
        #expect(try await installation.policies(of: acme).policies?.notify == NotifyPolicy.none)
        #expect(try await installation.events().count == before + 1)
    }

    @Test("A7 what is refused, and with which reason; nothing of it is stored")
    func refusals() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        func refused(
            _ paths: [String], of house: Acme? = nil, etag: String = "", _ set: (inout OrganizationPolicies) -> Void = { _ in }
        ) async -> Status? {
            await failure { () throws(Status) in
                try await installation.decide(paths, of: house ?? acme, by: acme.owner, etag: etag, set)
            }
        }
        #expect(await refused([])?.metadata["field"] == "update_mask")
        #expect(await refused(["preset"])?.reason == .invalidField)
        #expect(await refused(["notify", "*"])?.reason == .invalidField)
        #expect(await refused(["notify"], of: other)?.reason == .notFound)
        #expect(await refused(["notify"], of: Acme(id: "", owner: acme.owner))?.metadata["field"] == "policies.organization_id")
        let lifetime = await refused(["invitation_lifetime"]) { $0.invitationLifetime = WireDuration(seconds: 86_400, nanos: 1) }
        #expect(lifetime?.reason == .invalidField && lifetime?.metadata["field"] == "policies.invitation_lifetime")
        let unsupported = await refused(["invitation_lifetime", "notify"]) {
            $0.invitationLifetime = WireDuration(seconds: 86_400)
            $0.notify = .all
        }
        #expect(unsupported?.reason == .unsupported && unsupported?.metadata["value"] == "all")
        let contradict = await refused(["all_or_nothing", "set_up_manages_access"]) {
            $0.allOrNothing = .on
            $0.setUpManagesAccess = .on
        }
        #expect(contradict?.code == .failedPrecondition && contradict?.reason == .policiesContradict)
        #expect(contradict?.metadata["policies"] == "all_or_nothing,set_up_manages_access")
        #expect(await refused(["notify"], etag: "0000000000000")?.reason == .etagMismatch)
        let stored = try await installation.policies(of: acme)
        #expect(stored.policies?.revision == 1 && stored.entries.allSatisfy { $0.source == .preset })
    }

    @Test("C5 C15 each policy by its own demand: a call needs what every field of its mask needs")
    func demands() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let user = try await installation.member("jo", of: acme)
        // Delegations are a policy admin's to edit, roles are not.
        try await installation.decide(["break_glass"], of: acme, by: policy) { $0.breakGlass = .off }
        let both = await failure { () throws(Status) in
            try await installation.decide(["break_glass", "guard_administrators"], of: acme, by: policy)
        }
        #expect(both?.reason == .roleLacksScope && both?.metadata["scope"] == "administrator_role")
        let none = await failure { () throws(Status) in
            try await installation.decide(["break_glass", "administrators_by", "owner_grants"], of: acme, by: user)
        }
        #expect(none?.metadata["scope"] == "delegations,administrator_role" && none?.metadata["held"] == "none,none")
        #expect(try await installation.policies(of: acme, by: auditor).entries.count == Policy.allCases.count)
        #expect(
            await failure { () throws(Status) in try await installation.policies(of: acme, by: user) }?.reason == .roleLacksScope)
        let byOwner = await failure { () throws(Status) in
            try await installation.decide(["administrators_by"], of: acme, by: try await installation.fullAdmin(of: acme))
        }
        #expect(byOwner?.reason == .ownerOnly)
    }

    @Test("A5 an invitation lives as long as the policy says when it is made")
    func invitations() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.decide(["invitation_lifetime"], of: acme) { $0.invitationLifetime = WireDuration(seconds: 3600) }
        let short = try await installation.invite("jo", to: acme)
        try await installation.decide(["invitation_lifetime"], of: acme)
        let long = try await installation.invite("kim", to: acme)
        installation.advance(seconds: 3600)
        let old = await failure { () throws(Status) in
            try await installation.call(
                InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: short.invitationToken))
        }
        #expect(old?.reason == .invitationInvalid)
        let accepted = try await installation.call(
            InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: long.invitationToken))
        #expect(accepted.account?.state == .active)
    }

    @Test("C6 with guard_administrators off, who may suspend an account may suspend an administrator")
    func guarding() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("sue", of: acme, role: .support)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let request = SuspendAccountRequest(accountId: auditor.id)
        let guarded = await failure { () throws(Status) in
            try await installation.call(AccountServiceMethods.suspendAccount, request, as: support)
        }
        #expect(guarded?.reason == .fullAdminOnly)
        try await installation.decide(["guard_administrators"], of: acme) { $0.guardAdministrators = .off }
        let suspended = try await installation.call(AccountServiceMethods.suspendAccount, request, as: support)
        #expect(suspended.account?.state == .suspended)
    }

    @Test("A7 when a preset says something else than it did, followers are told what holds now, and the log by whom")
    func anotherTable() async throws {
        let before = try await Installation(outboxEventsMax: 100)
        let acme = try await before.acme()
        _ = try await before.store.write { try $0.run("UPDATE organization_policies SET table_version = 0", []) }
        // Also where the log has taken nothing, the server starts; without an event nothing changes.
        _ = try await before.store.write { [store = before.store] tx in
            for _ in store.outboxLength..<90 { try tx.event([0]) }
        }
        let position = before.store.position
        let installation = try await Installation(after: before)
        #expect(try await installation.passTime().failures == 1)
        #expect(try await installation.policies(of: acme).policies?.revision == 1)
        try await installation.store.outboxAcknowledge(upTo: installation.store.outboxLast)
        installation.advance(seconds: 1)
        #expect(try await installation.passTime().done == 1)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "policies.updated" && event.organizationId == acme.id && event.target?.id == acme.id)
        #expect(event.actor?.kind == .system && event.changes.isEmpty)
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(position), limit: 10)
        else {
            return #expect(Bool(false), "a change was expected")
        }
        #expect(transactions.flatMap(\.changes).map(\.id) == [acme.id])
        #expect(try await installation.policies(of: acme).policies?.revision == 2)
        // Once.
        let after = installation.store.position
        #expect(try await Installation(after: installation).passTime().done == 0)
        #expect(installation.store.position == after)
    }

    @Test("A7 what an organization has decided since the server has another table of presets has told its followers already")
    func decidedSince() async throws {
        let before = try await Installation()
        let acme = try await before.acme()
        _ = try await before.store.write { try $0.run("UPDATE organization_policies SET table_version = 0", []) }
        let installation = try await Installation(after: before)
        try await installation.decide(["guard_administrators"], of: acme) { $0.guardAdministrators = .off }
        let events = try await installation.events().count
        #expect(try await installation.passTime().done == 1)
        #expect(try await installation.events().count == events)
        #expect(try await installation.policies(of: acme).policies?.revision == 2)
    }

    @Test("A7 followers learn what holds: from the change, and from a snapshot")
    func followed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        func snapshot() async throws -> OrganizationPolicies? {
            try await installation.store.read { connection in
                var found: [UInt8]?
                try connection.eachChange {
                    if $0.type == OrganizationPolicies.name, $0.organization == acme.id { found = $0.value }
                }
                return try found.map { try OrganizationPolicies(decoding: $0) }
            }
        }
        #expect(try await snapshot()?.guardAdministrators == .on)
        let position = installation.store.position
        let changed = try await installation.decide(["guard_administrators"], of: acme) { $0.guardAdministrators = .off }
        #expect(try await snapshot() == changed.effective)
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(position), limit: 10)
        else {
            return #expect(Bool(false), "a change was expected")
        }
        let told = try #require(transactions.flatMap(\.changes).first { $0.type == OrganizationPolicies.name })
        #expect(told.id == acme.id && told.organization == acme.id)
        #expect(try OrganizationPolicies(decoding: told.value) == changed.effective)
        // Nobody decides by what held before once it has been answered.
        #expect(installation.waitedFor.contains(installation.store.position))
    }
}

extension Installation {
    /// One who is not the owner, where only the owner adds administrators.
    fileprivate func fullAdmin(of acme: Acme) async throws(Status) -> Account {
        do {
            let full = try await member("full", of: acme, role: .fullAdmin)
            try await decide(["administrators_by"], of: acme) { $0.administratorsBy = .owner }
            return full
        } catch { throw error as? Status ?? Status(.internal, .internal, "\(error)") }
    }
}
