import Contract
import MailboxHandlers
import MailboxStorage
import Messages
import Patience
import RPC
import SQL
import Testing

@testable import MailboxDomain

/// Which roles count for a unit, identity says: here the test does. What is asked is for which unit.
struct UnitTests {
    private let house: House
    private var judged: Int { house.world.withLock { $0.judged.count } }

    /// The Policy admin 31 is one of the unit north, where function 20 and person 1 are; function 21 is in south.
    init() async throws {
        house = try await House.built()
        try await house.person(21, .functional)
        try await house.say([
            House.account(20, .functional, in: unt(1)), House.account(21, .functional, in: unt(2)),
            House.account(1, .user, in: unt(1)),
        ])
        house.world.withLock { $0.units[acc(31)] = unt(1) }
    }

    @Test("C14 C15 an administrator of a unit grants, revokes and lists on mailboxes of the unit, and on no others")
    func delegations() async throws {
        let granted = try await house.grant(20, acc(2), .open, by: 31)
        try await house.grant(1, acc(2), .open, by: 31)
        #expect(try await house.check(2, 20).reason == .allowedGrant)
        try await house.grant(21, acc(2), .open)
        func list(_ mailbox: Int) async throws(Status) -> Int {
            try await house.call(
                DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(mailbox)), as: acc(31)
            ).delegates.count
        }
        #expect(try await list(20) == 1)
        // Of another unit, of none, and one that is not there: alike.
        for mailbox in [21, 3, 999] {
            let refusals = [
                await failure { () throws(Status) in try await house.grant(mailbox, acc(2), .open, by: 31) },
                await failure { () throws(Status) in try await house.revoke(mailbox, acc(2), by: 31) },
            ]
            for status in refusals {
                #expect(status?.code == .permissionDenied && status?.reason == .roleLacksScope, "\(mailbox)")
                #expect(status?.metadata["scope"] == "delegations" && status?.metadata["needed"] == "edit")
                #expect(status?.metadata["held"] == "none")
            }
            #expect(await failure { () throws(Status) in try await list(mailbox) }?.reason == .roleLacksScope)
        }
        let revoked = try await house.call(
            DelegationServiceMethods.revokeDelegation,
            RevokeDelegationRequest(delegationId: granted.delegation?.id ?? ""), as: acc(31))
        #expect(revoked.delegation?.mailboxId == mbx(20))
    }

    @Test("C14 D17 who is moved to another unit between the judgement and the write: identity is asked again")
    func movedMeanwhile() async throws {
        let moves = [House.account(20, .functional, in: unt(2)), House.account(20, .functional, in: "")]
        for move in moves {
            try await house.say([House.account(20, .functional, in: unt(1))])
            let before = judged
            house.afterJudging { try await $0.say([move]) }
            let status = await failure { () throws(Status) in try await house.grant(20, acc(2), .open, by: 31) }
            #expect(status?.reason == .roleLacksScope && judged == before + 2)
            #expect(try await house.check(2, 20).reason == .noGrant)
        }
    }

    @Test("C14 D17 a unit that is moved or gone asks identity again; an account that is renamed does not")
    func tree() async throws {
        let unit = Messages.Unit(id: unt(1), organizationId: org(1), parentId: unt(2), displayName: "North")
        func told(_ value: [UInt8]) -> ChangeRecord {
            ChangeRecord(
                organization: org(1), id: unt(1), type: Messages.Unit.name, value: value, deleted: value.isEmpty)
        }
        for (number, change) in [told(unit.encoded()), told([])].enumerated() {
            let before = judged
            house.afterJudging { try await $0.say([change]) }
            try await house.grant(20, acc(number + 2), .open, by: 31)
            #expect(judged == before + 2)
        }
        let before = judged
        house.afterJudging { try await $0.say([House.account(20, .functional, in: unt(1))]) }
        try await house.grant(20, acc(4), .open, by: 31)
        #expect(judged == before + 1)
    }

    @Test("C14 D8 D17 a registered mailbox that somebody of no unit has by now is judged again; so in the same commit")
    func givenAway() async throws {
        // Owned by person 1, of the unit; then by person 3, of none. A row of its own, as the registration writes it.
        let mailbox = Messages.Mailbox(
            id: mbx(80), organizationId: org(1), address: "shop@a.example", displayName: "Shop", ownerId: acc(1),
            createTime: Timestamp(microsecondsSince1970: 5))
        let stored = try await house.store.write { try $0.insert(mailbox) }.value
        try await house.grant(80, acc(2), .open, by: 31)
        let give: @Sendable (House) async throws -> Void = { house in
            _ = try await house.store.write { tx in
                var given = stored
                given.ownerId = acc(3)
                try tx.update(given)
            }
        }
        house.afterJudging(give)
        let before = judged
        let late = await failure { () throws(Status) in try await house.grant(80, acc(4), .open, by: 31) }
        #expect(late?.reason == .roleLacksScope && judged == before + 2)

        let back = try #require(try await house.store.read { try $0.mailbox(MailboxID(bits: 80)) })
        _ = try await house.store.write { tx in
            var given = back
            given.ownerId = acc(1)
            try tx.update(given)
        }
        let now = try #require(try await house.store.read { try $0.mailbox(MailboxID(bits: 80)) })
        let standstill = Standstill()
        standstill.arm()
        async let waiting = house.store.write { _ in standstill.pass() }
        await until { standstill.isReached }
        async let given = house.store.write { tx in
            var given = now
            given.ownerId = acc(3)
            try tx.update(given)
        }
        await until { house.store.statistics.waitingWrites == 1 }
        async let granted = failure { () throws(Status) in try await house.grant(80, acc(4), .open, by: 31) }
        await until { house.store.statistics.waitingWrites == 2 }
        standstill.goOn()
        _ = try await (waiting, given)
        #expect(await granted?.reason == .roleLacksScope)
        #expect(try await house.delegates(80).map { $0.delegation?.granteeId } == [acc(2)])
    }

    @Test("C14 a snapshot says anew who is in which unit, and a deleted account is in none")
    func snapshot() async throws {
        func unit(_ number: Int) -> String? { house.index.mailbox(MailboxID(bits: UInt128(number)))?.unit?.text }
        #expect(unit(20) == unt(1) && unit(3) == nil)
        try await house.replica.replace(with: [
            House.account(20, .functional, in: unt(2)), House.account(1, .user, in: ""),
            House.account(3, .user, in: unt(1)),
        ])
        #expect(unit(20) == unt(2) && unit(1) == nil && unit(3) == unt(1))
        try await house.say([House.account(20, .functional, .deleted, in: 1)])
        #expect(unit(20) == nil)
    }
}

func unt(_ number: Int) -> String { UnitID(bits: UInt128(number)).text }

extension House {
    /// Active, in organization 1 and in a unit; empty for none.
    static func account(_ number: Int, _ type: Messages.AccountType, in unit: String) -> ChangeRecord {
        let account = Messages.Account(
            id: acc(number), organizationId: org(1), accountType: type, state: .active, address: "\(number)@a.example",
            displayName: "Renamed", asciiAddress: "\(number)@a.example", unitId: unit)
        return ChangeRecord(organization: org(1), id: account.id, type: Messages.Account.name, value: account.encoded())
    }
}
