import Contract
import MailboxDomain
import MailboxStorage
import Messages
import Patience
import RPC
import SQL
import Testing

/// Who changes a mailbox's list of delegates without a role: its owner, and who sets it up.
struct WhoMayTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func refusal<T>(_ work: () async throws(Status) -> T) async -> ErrorReason? { await failure(work)?.reason }

    /// Everything that is done with a mailbox's list, one after the other; the first that fails says why.
    private func everything(_ mailbox: Int, by who: Int) async -> [ErrorReason?] {
        [
            await refusal { () throws(Status) in try await house.grant(mailbox, acc(4), .open, by: who) },
            await refusal { () throws(Status) in
                try await house.update(mailbox, acc(4), "rights", by: who) { $0.delegation?.rights = [.send] }
            },
            await refusal { () throws(Status) in try await house.freeze(mailbox, acc(4), by: who) },
            await refusal { () throws(Status) in try await house.unfreeze(mailbox, acc(4), by: who) },
            await refusal { () throws(Status) in try await house.delegates(mailbox, by: who) },
            await refusal { () throws(Status) in try await house.delegates(mailbox, flatten: true, by: who) },
            await refusal { () throws(Status) in try await house.revoke(mailbox, acc(4), by: who) },
        ]
    }

    private static let allowed = [ErrorReason?](repeating: nil, count: 7)
    private static let denied = [ErrorReason?](repeating: .roleLacksScope, count: 7)

    @Test("D5 under policy owner_grants a mailbox's owner changes its list of delegates; without it the owner only reads it")
    func owner() async throws {
        var only = Self.denied
        (only[4], only[5]) = (nil, nil)
        #expect(await everything(2, by: 2) == only)
        try await house.decide { $0.ownerGrants = .on }
        #expect(await everything(2, by: 2) == Self.allowed)
        // Of what is its own alone.
        #expect(await everything(3, by: 2) == Self.denied)
        #expect(await everything(20, by: 2) == Self.denied)
        let events = try await house.events().filter { $0.outcome != .denied }
        #expect(
            events.map(\.action).suffix(5) == [
                "delegation.granted", "delegation.updated", "delegation.frozen", "delegation.unfrozen", "delegation.revoked",
            ])
        #expect(events.suffix(5).allSatisfy { $0.actor?.id == acc(2) })
    }

    @Test("D4 who has set_up does under set_up_manages_access and with both system operations, and not with less")
    func setsUp() async throws {
        try await house.grant(20, acc(1), .setUp)
        try await house.giveOperations(to: acc(1))
        #expect(await everything(20, by: 1) == Self.denied)
        try await house.decide { $0.setUpManagesAccess = .on }
        #expect(await everything(20, by: 1) == Self.allowed)
        #expect(await everything(3, by: 1) == Self.denied, "of that mailbox alone")
        try await house.say([House.holding(acc(1), .sharedAccountSetup, gone: true)])
        #expect(await everything(20, by: 1) == Self.denied)
        try await house.giveOperations(to: acc(1))
        try await house.freeze(20, acc(1))
        #expect(await everything(20, by: 1) == Self.denied)
        try await house.unfreeze(20, acc(1))
        try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.open, .send] }
        #expect(await everything(20, by: 1) == Self.denied)
    }

    @Test("D5 C15 a plain delegate never does, whatever the policies, and the denial says what its roles lack")
    func plainDelegate() async throws {
        try await house.decide { policies in (policies.ownerGrants, policies.setUpManagesAccess) = (.on, .on) }
        try await house.grant(2, acc(1), .open, .send, .setUp)
        #expect(await everything(2, by: 1) == Self.denied)
        let status = await failure { () throws(Status) in try await house.grant(2, acc(1), .open, by: 1) }
        #expect(status?.code == .permissionDenied && status?.metadata["scope"] == "delegations")
        #expect(status?.metadata["needed"] == "edit" && status?.metadata["held"] == "none")
        let denied = try #require(try await house.events().last)
        #expect(denied.outcome == .denied && denied.decision?.reason == "ROLE_LACKS_SCOPE")
    }

    @Test("C6 on an administrator's own mailbox only that administrator and a Full admin, whatever stands in for a role")
    func guarded() async throws {
        try await house.decide { policies in (policies.ownerGrants, policies.setUpManagesAccess) = (.on, .on) }
        try await house.grant(31, acc(1), .setUp)
        try await house.giveOperations(to: acc(1))
        var expected = [ErrorReason?](repeating: .fullAdminOnly, count: 7)
        (expected[4], expected[5]) = (nil, nil)
        try await house.grant(31, acc(4), .open)
        let found = await everything(31, by: 1)
        #expect(found == expected)
        // Support's role has no delegations: edit, and the mailbox is its own.
        #expect(await everything(32, by: 32) == Self.allowed)
    }

    @Test("D4 D20 who sets up gives what it has not itself, also to itself; that is flagged, and shown to who lists")
    func selfGrant() async throws {
        try await house.decide { $0.setUpManagesAccess = .on }
        try await house.grant(20, acc(1), .setUp)
        try await house.giveOperations(to: acc(1))
        let given = try await house.grant(20, acc(1), .open, .send, .setUp, by: 1)
        #expect(given.delegation?.selfGrant == true && given.delegation?.grantedBy == acc(1))
        let event = try #require(try await house.events().last)
        #expect(event.flags == [.selfGrant])
        #expect(event.changes.contains(EventChange(path: "self_grant", before: "", after: "true")))
        #expect(try await house.delegates(20).map { $0.delegation?.selfGrant } == [true])
        // Whoever grants it last says whether it is one.
        let again = try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.open] }
        #expect(again.delegation?.selfGrant == false && again.delegation?.grantedBy == acc(30))
    }

    @Test("D28 a delegation of another mailbox, of another organization and one that is nowhere are denied alike")
    func hidden() async throws {
        try await house.decide { $0.ownerGrants = .on }
        let other = try #require(try await house.grant(3, acc(1), .open).delegation)
        let foreign = try #require(try await house.grant(120, acc(101), .open, by: 130).delegation)
        var refused: [Status?] = []
        for id in [other.id, foreign.id, "dlg_00000000000000000000000000"] {
            refused.append(
                await failure { () throws(Status) in
                    try await house.call(
                        DelegationServiceMethods.revokeDelegation, RevokeDelegationRequest(delegationId: id), as: acc(2))
                })
            // To name the own mailbox beside it helps nobody.
            refused.append(
                await failure { () throws(Status) in
                    try await house.call(
                        DelegationServiceMethods.revokeDelegation,
                        RevokeDelegationRequest(delegationId: id, mailboxId: mbx(3)), as: acc(2))
                })
        }
        #expect(refused.allSatisfy { $0 != nil && $0 == refused[0] } && refused[0]?.reason == .roleLacksScope)
        #expect(try await house.check(1, 3).allowed)
    }

    @Test("D17 what takes the right away between the judgement and the write holds: all is judged again")
    func takenMeanwhile() async throws {
        let ways: [@Sendable (House) async throws -> Void] = [
            { try await $0.decide { $0.ownerGrants = .off } },
            { try await $0.say([House.account(2, .user, .suspended, in: 1)]) },
        ]
        for way in ways {
            let house = try await House.built()
            try await house.decide { $0.ownerGrants = .on }
            house.afterJudging(way)
            #expect(await failure { () throws(Status) in try await house.grant(2, acc(1), .open, by: 2) } != nil)
            #expect(try await house.delegates(2).isEmpty)
        }
        try await house.decide { $0.setUpManagesAccess = .on }
        try await house.giveOperations(to: acc(1))
        let losses: [@Sendable (House) async throws -> Void] = [
            { try await $0.say([House.holding(acc(1), .sharedAccountSetup, gone: true)]) },
            { _ = try await $0.revoke(20, acc(1)) }, { _ = try await $0.freeze(20, acc(1)) },
            { try await $0.decide { $0.setUpManagesAccess = .off } },
        ]
        for loss in losses {
            try await house.decide { $0.setUpManagesAccess = .on }
            try await house.giveOperations(to: acc(1))
            try await house.grant(20, acc(1), .setUp)
            try await house.unfreeze(20, acc(1))
            house.afterJudging(loss)
            let status = await failure { () throws(Status) in try await house.grant(20, acc(3), .open, by: 1) }
            #expect(status?.reason == .roleLacksScope)
            #expect(try await house.check(3, 20).allowed == false)
        }
    }

    @Test("nobody is denied for want of knowing: without a view that holds, what stands in for roles is not judged")
    func stale() async throws {
        try await house.decide { $0.ownerGrants = .on }
        try await house.grant(2, acc(1), .open)
        house.world.withLock { $0.freshness = .stale(for: .seconds(3)) }
        #expect(await refusal { () throws(Status) in try await house.revoke(2, acc(1), by: 2) } == .stale)
        #expect(await refusal { () throws(Status) in try await house.revoke(2, acc(1), by: 3) } == .stale)
        // An administrator's revocation needs none.
        try await house.revoke(2, acc(1))
    }

    @Test("D17 who is revoked in a commit gives itself nothing anew in the same one", arguments: [false, true])
    func oneCommit(_ isMark: Bool) async throws {
        try await house.decide { $0.setUpManagesAccess = .on }
        try await house.giveOperations(to: acc(1))
        let held = try #require(try await house.grant(20, acc(1), .setUp).delegation)
        let standstill = Standstill()
        standstill.arm()
        async let waiting = house.store.write { _ in standstill.pass() }
        await until { standstill.isReached }
        async let revoked = house.store.write { tx in
            if isMark { _ = try tx.mark(.mailbox(MailboxID(bits: 20)), in: OrganizationID(bits: 1), behalf: "") }
            try tx.delete(held)
        }
        await until { house.store.statistics.waitingWrites == 1 }
        async let granted = failure { () throws(Status) in try await house.grant(20, acc(1), .open, .setUp, by: 1) }
        await until { house.store.statistics.waitingWrites == 2 }
        standstill.goOn()
        _ = try await (waiting, revoked)
        #expect(await granted?.reason == .roleLacksScope)
        #expect(try await house.check(1, 20).reason == .noGrant)
        #expect(try await house.delegates(20).isEmpty)
    }

    @Test("two who grant on one mailbox in one commit do not wait for one another")
    func sameCommit() async throws {
        try await house.decide { $0.ownerGrants = .on }
        let before = house.world.withLock { $0.judged.count }
        let standstill = Standstill()
        standstill.arm()
        async let waiting = house.store.write { _ in standstill.pass() }
        await until { standstill.isReached }
        async let one = house.grant(2, acc(1), .open, by: 2)
        async let other = house.grant(2, acc(3), .open)
        await until { house.store.statistics.waitingWrites == 2 }
        standstill.goOn()
        _ = try await (waiting, one, other)
        #expect(house.world.withLock { $0.judged.count } == before + 2)
        #expect(try await house.delegates(2).count == 2)
    }
}
