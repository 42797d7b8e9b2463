internal import ChangeFeed
internal import Contract
internal import Foundation
internal import IdentityDomain
internal import IdentityHandlers
internal import IdentityStorage
internal import Messages
internal import RPC
internal import SQL
internal import SQLite

/// A made-up organization in an identity database, written by identity's own tables: an owner, an administrator of each built-in
/// role for every thousand, people, and a group for every hundred of them.
struct Population {
    let organization: String
    let owner: String
    let administrators: [String]
    let people: [String]
    /// Without members.
    let emptyGroup: String

    /// Accounts of one write.
    private static let batch = 10_000

    static func settle(_ store: Store, accounts count: Int, name: String) async throws -> Population {
        let head = try await store.write { tx in try founded(tx, name) }.value
        var (administrators, people, group) = ([String](), [String](), "")
        for first in stride(from: 0, to: count, by: batch) {
            let numbers = first..<min(first + batch, count)
            let made = try await store.write { [group] tx in
                try settled(tx, numbers, in: head.organization, name: name, lastGroup: group)
            }.value
            administrators += made.administrators
            people += made.people
            group = made.lastGroup
        }
        return Population(
            organization: head.organization, owner: head.owner, administrators: administrators, people: people,
            emptyGroup: head.group)
    }

    private static func founded(
        _ tx: Transaction, _ name: String
    ) throws -> (organization: String, owner: String, group: String) {
        let (organization, owner) = (Identifier.make("org", at: tx.now), Identifier.make("acc", at: tx.now))
        let created = Timestamp(microsecondsSince1970: tx.now)
        try tx.insert(
            Organization(
                id: organization, displayName: name, preset: .functionalAccounts, ownerId: owner, rolesEnabled: true,
                createTime: created))
        try tx.insert(OrganizationPolicies(organizationId: organization, preset: .functionalAccounts))
        try tx.insert(
            Account(
                id: owner, organizationId: organization, accountType: .administrator, state: .active,
                address: "owner@\(name).example", displayName: "Owner", owner: true, createTime: created,
                asciiAddress: "owner@\(name).example"))
        try tx.insert(assignment(RoleID.fullAdmin, owner, organization, tx))
        let group = try tx.insert(group("Nobody", organization, tx))
        return (organization, owner, group.id)
    }

    private static func settled(
        _ tx: Transaction, _ numbers: Range<Int>, in organization: String, name: String, lastGroup: String
    ) throws -> (administrators: [String], people: [String], lastGroup: String) {
        let roles = [RoleID.fullAdmin, .policyAdmin, .support, .auditor]
        var (administrators, people, lastGroup) = ([String](), [String](), lastGroup)
        for number in numbers {
            let isAdministrator = number % 1000 < roles.count
            let id = Identifier.make("acc", at: tx.now + Int64(number) * 10)
            let address = "person.\(number)@\(name).example"
            try tx.insert(
                Account(
                    id: id, organizationId: organization, accountType: isAdministrator ? .administrator : .user,
                    state: .active, address: address, displayName: "Person Number \(number)",
                    createTime: Timestamp(microsecondsSince1970: tx.now), asciiAddress: address))
            if isAdministrator {
                try tx.insert(assignment(roles[number % 1000], id, organization, tx))
                administrators.append(id)
            } else {
                people.append(id)
            }
            if number % 100 == 0 { lastGroup = try tx.insert(group("Group \(number / 100)", organization, tx)).id }
            try tx.insert(
                GroupMember(
                    groupId: lastGroup, memberId: id, organizationId: organization,
                    createTime: Timestamp(microsecondsSince1970: tx.now)))
        }
        return (administrators, people, lastGroup)
    }

    private static func assignment(
        _ role: RoleID, _ account: String, _ organization: String, _ tx: Transaction
    ) -> RoleAssignment {
        RoleAssignment(
            id: Identifier.make("asg", at: tx.now), organizationId: organization, accountId: account, roleId: role.text,
            createTime: Timestamp(microsecondsSince1970: tx.now))
    }

    private static func group(_ name: String, _ organization: String, _ tx: Transaction) -> Group {
        Group(
            id: Identifier.make("grp", at: tx.now), organizationId: organization, displayName: name,
            createTime: Timestamp(microsecondsSince1970: tx.now), state: .active)
    }
}

/// An identity database of a bench: a file that goes with it.
struct IdentityStore {
    let store: Store
    private let path: String

    init(folder: String) throws {
        path = "\(folder)/identity-bench.db"
        Self.remove(path)
        store = try Store(
            engine: SQLiteEngine(path: path), migrations: IdentityMigrations.all, clock: { Self.now },
            random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }

    /// The service over it. `acknowledged`: see `Identity`.
    func identity(acknowledged: @escaping @Sendable (Int64) async -> Void = { _ in }) async throws -> Identity {
        try await Identity(
            store: store, acknowledged: acknowledged,
            domains: DomainRules(allowsUnverified: true, texts: { _ in .noDomain }), clock: { (Self.now, Self.now) },
            random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }

    func feed() -> Feed {
        Feed(store: store) { connection, body in try connection.eachChange(body) }
    }

    func close() {
        store.close()
        Self.remove(path)
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}

extension Identity {
    /// Calls of an administrator in this process, as from an operator's certificate.
    func client(as account: String) -> (transport: InProcessTransport, options: CallOptions) {
        var router = Router()
        register(in: &router)
        let peer = Peer(caller: "spiffe://mandate.test/operator/admin", address: "127.0.0.1")
        return (
            InProcessTransport(router: router, peer: peer),
            CallOptions(timeout: nil, metadata: [(MetadataKey.account, account)])
        )
    }
}

/// Of what was timed, in milliseconds: the middle one.
func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}
