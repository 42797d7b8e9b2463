import ChangeFeed
import Contract
import MailboxDomain
import MailboxHandlers
import Messages
import RPC
import SQL
import Synchronization
import Testing

/// Between identity's judgement of an administrator and the write that rests on it.
struct JudgementTests {
    let house: House

    init() async throws { house = try await House.built() }

    private var judged: Int { house.world.withLock { $0.judged.count } }

    /// Identity suspends the administrator: what it judges from then on, and what its followers are told.
    private static func suspend(_ number: Int, in house: House) async throws {
        house.world.withLock { $0.roles[acc(number)]?.role = nil }
        try await house.say([House.account(number, .administrator, .suspended, in: 1)])
    }

    @Test("D17 an administrator suspended between the judgement and the write changes nothing", arguments: [false, true])
    func suspended(_ onlyTriedOut: Bool) async throws {
        try await house.grant(20, acc(1), .open)
        let before = judged
        house.afterJudging { try await Self.suspend(31, in: $0) }
        let granted = await failure { () throws(Status) in
            try await house.grant(20, acc(2), .open, by: 31) { $0.validateOnly = onlyTriedOut }
        }
        #expect(granted?.code == .permissionDenied && judged == before + 2)
        #expect(try await house.events().last?.outcome == .denied)
        #expect(try await house.check(2, 20).reason == .noGrant)

        house.afterJudging { try await Self.suspend(30, in: $0) }
        let revoked = await failure { () throws(Status) in try await house.revoke(20, acc(1)) }
        #expect(revoked?.code == .permissionDenied)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("C6 D17 a guard that is switched on between the judgement and the write holds: identity is asked again")
    func guardedMeanwhile() async throws {
        try await house.say([House.policies(OrganizationPolicies(guardAdministrators: .off))])
        let before = judged
        house.afterJudging { try await $0.say([House.policies(OrganizationPolicies(guardAdministrators: .on))]) }
        let status = await failure { () throws(Status) in try await house.grant(30, acc(2), .open, by: 31) }
        #expect(status?.reason == .fullAdminOnly && judged == before + 2)
        #expect(try await house.check(2, 30).reason == .noGrant)
    }

    @Test("a role that is given or gone, an administrator that is none any more, and the switch of roles ask identity again")
    func others() async throws {
        let switched = Organization(id: org(1), displayName: "A", rolesEnabled: true)
        let assignment = RoleAssignment(id: "asg_1", organizationId: org(1), accountId: acc(31), roleId: "rol_support")
        func told(_ value: [UInt8]) -> ChangeRecord {
            ChangeRecord(
                organization: org(1), id: "asg_1", type: RoleAssignment.name, value: value, deleted: value.isEmpty)
        }
        let changes = [
            told(assignment.encoded()), told([]),
            House.account(30, .user, .active, in: 1), House.account(31, .administrator, .active, in: 1),
            ChangeRecord(organization: org(1), id: org(1), type: Organization.name, value: switched.encoded()),
            ChangeRecord(organization: org(1), id: acc(31), type: Messages.Account.name, value: [], deleted: true),
        ]
        for (number, change) in changes.enumerated() {
            let before = judged
            house.afterJudging { try await $0.say([change]) }
            try await house.grant(20, acc(number % 5 + 1), .open)
            #expect(judged == before + 2, "\(change.type) \(change.id)")
        }
        let before = judged
        house.afterJudging { try await $0.replica.replace(with: [House.account(1, .user, .active, in: 1)]) }
        _ = await failure { () throws(Status) in try await house.grant(20, acc(1), .open) }
        #expect(judged == before + 2, "a snapshot may hold anything")
    }

    @Test("a change of who administers another organization does not")
    func elsewhere() async throws {
        let switched = Organization(id: org(2), displayName: "B", rolesEnabled: true)
        let changes = [
            House.account(130, .administrator, .suspended, in: 2), House.account(131, .administrator, .active, in: 2),
            ChangeRecord(organization: org(2), id: org(2), type: Organization.name, value: switched.encoded()),
        ]
        for (number, change) in changes.enumerated() {
            let before = judged
            house.afterJudging { try await $0.say([change]) }
            try await house.grant(20, acc(number + 1), .open)
            #expect(judged == before + 1, "\(change.type) \(change.id)")
        }
    }

    @Test("what concerns no administrator does not")
    func users() async throws {
        let before = judged
        house.afterJudging {
            try await $0.person(50)
            try await $0.person(1, .user, .suspended)
            try await $0.group(60, acc(2))
        }
        try await house.grant(20, acc(2), .open)
        #expect(judged == before + 1)
    }

    @Test("without a lease at the write nothing is granted, though there was one at the judgement")
    func lease() async throws {
        house.afterJudging { house in house.world.withLock { $0.freshness = .stale(for: .seconds(3)) } }
        #expect(await failure { () throws(Status) in try await house.grant(20, acc(1), .open) }?.reason == .stale)
        #expect(house.store.position == 0)
    }

    /// How often a change waits for the writes that were judged before it.
    private static func settlements(_ changes: [ChangeRecord], seeing check: @escaping @Sendable (AccessIndex) -> Void = { _ in })
        async throws -> [Int]
    {
        let index = AccessIndex()
        let settled = Mutex(0)
        let replica = IdentityReplica(
            index: index, administrators: AdministratorChanges(),
            settled: {
                check(index)
                settled.withLock { $0 += 1 }
            })
        var all: [Int] = []
        for change in changes {
            let before = settled.withLock { $0 }
            try await replica.apply(CommittedTransaction(position: 1, changes: [change]))
            all.append(settled.withLock { $0 } - before)
        }
        try await replica.replace(with: [House.account(30, .user, .active, in: 1)])
        all.append(settled.withLock { $0 } - all.reduce(0, +))
        return all
    }

    @Test("D17 a change of who administers is acknowledged behind the writes that were judged before it, and a snapshot is")
    func settling() async throws {
        let table: [(ChangeRecord, Int)] = [
            (House.account(30, .administrator, .active, in: 1), 1), (House.account(1, .user, .active, in: 1), 0),
            (House.account(30, .administrator, .suspended, in: 1), 1), (House.account(30, .user, .active, in: 1), 1),
        ]
        let settlements = try await Self.settlements(table.map(\.0)) { index in
            // Whoever is judged from here on is judged by the new state.
            #expect(index.mailbox(MailboxID(bits: 30)) != nil)
        }
        #expect(settlements == table.map(\.1) + [1])
    }

    @Test("D4 D5 D17 so is whatever else a right in a mailbox rests on; what takes nothing away, and names, do not wait")
    func settlingOfRights() async throws {
        func named(_ name: String, _ address: String) -> ChangeRecord {
            let account = Messages.Account(
                id: acc(1), organizationId: org(1), accountType: .user, state: .active, address: address, displayName: name,
                asciiAddress: address, aliases: ["alias-\(address)"])
            return ChangeRecord(
                organization: org(1), id: account.id, type: Messages.Account.name, value: account.encoded())
        }
        func gone(_ id: String, _ type: String) -> ChangeRecord {
            ChangeRecord(organization: org(1), id: id, type: type, value: [], deleted: true)
        }
        let licence = Licence(
            organizationId: org(1), subscriptionId: "sub_00000000000000000000000001", accountId: acc(1))
        let table: [(ChangeRecord, Int)] = [
            (House.account(1, .user, .active, in: 1), 0), (named("Other", "other@a.example"), 0),
            (named("Other", "third@a.example"), 0), (House.account(1, .user, .suspended, in: 1), 1),
            (House.account(1, .user, .suspended, in: 1), 0), (House.account(1, .functional, .suspended, in: 1), 1),
            (gone(acc(1), Messages.Account.name), 1),
            (House.group(5, .active), 0), (House.member(acc(1), of: 5), 0),
            (House.member(acc(1), of: 5, until: Timestamp(microsecondsSince1970: 5)), 1),
            (House.member(acc(1), of: 5, gone: true), 1), (House.group(5, .deleted), 1),
            (gone(grp(5), Messages.Group.name), 1),
            (House.policies(OrganizationPolicies(guardAdministrators: .on)), 1),
            (
                ChangeRecord(organization: org(1), id: acc(1), type: Licence.name, value: licence.encoded()), 1
            ), (gone(acc(1), Licence.name), 1),
            (
                ChangeRecord(
                    organization: org(1), id: acc(1), type: GroupMember.name, value: [], deleted: true, cascade: true), 1
            ),
        ]
        let settlements = try await Self.settlements(table.map(\.0))
        for ((change, expected), found) in zip(table, settlements) { #expect(found == expected, "\(change.type) \(change.id)") }
    }
}
