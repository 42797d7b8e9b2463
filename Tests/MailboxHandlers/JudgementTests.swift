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

    @Test("a change of who administers is acknowledged behind the writes that were judged before it; others do not wait")
    func settling() async throws {
        let index = AccessIndex()
        let settled = Mutex(0)
        let replica = IdentityReplica(
            index: index, administrators: AdministratorChanges(),
            settled: {
                // Whoever is judged from here on is judged by the new state.
                #expect(index.mailbox(MailboxID(bits: 30)) != nil)
                settled.withLock { $0 += 1 }
            })
        let table: [(ChangeRecord, Int)] = [
            (House.account(30, .administrator, .active, in: 1), 1), (House.account(1, .user, .active, in: 1), 1),
            (House.member(acc(1), of: 5), 1), (House.account(30, .administrator, .suspended, in: 1), 2),
            (House.account(30, .user, .active, in: 1), 3), (House.account(30, .user, .suspended, in: 1), 3),
        ]
        for (change, expected) in table {
            try await replica.apply(CommittedTransaction(position: 1, changes: [change]))
            #expect(settled.withLock { $0 } == expected, "\(change.id)")
        }
        try await replica.replace(with: [House.account(30, .user, .active, in: 1)])
        #expect(settled.withLock { $0 } == 4)
    }
}
