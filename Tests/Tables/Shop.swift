import Foundation
import Messages
import PortableSQL
import SQL
import SQLite
import Tables

// Tables of a test, of messages that there are. The services' own are tested where they are.

extension Account: Resource {}
extension Organization: Resource {}
extension GroupMember: Resource {}

/// Every kind of column: see `Shop.migration`.
let accounts = Table<Account>(
    "accounts",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .number("state", \.state),
        .text("display_name", \.displayName), .text("external_id", \.externalId).unfollowed,
        .number("account_type", \.accountType),
        Column("address_size", value: { Value($0.address.utf8.count) }) { account, row, at in
            account.address = String(repeating: "x", count: row.int(at))
        },
        .time("create_time", \.createTime).fixed, .time("suspend_time", \.suspendTime), .revision("revision", \.revision),
        .derived("organizations.owner_id") { $0.owner = $1.text($2) == $0.id },
    ],
    join: "JOIN organizations ON organizations.id = accounts.organization_id",
    organization: { $0.organizationId }, id: { $0.id })

let organizations = Table<Organization>(
    "organizations",
    [.text("id", \.id).key, .text("owner_id", \.ownerId), .truth("roles_enabled", \.rolesEnabled)],
    organization: { $0.id }, id: { $0.id })

/// A key of two columns, and nothing that changes.
let members = Table<GroupMember>(
    "members", [.text("group_id", \.groupId).key, .text("member_id", \.memberId).key],
    organization: { $0.organizationId }, id: { $0.groupId + "/" + $0.memberId })

/// The same rows, of which no follower learns.
let hidden = Table<Organization>(
    "organizations",
    [.text("id", \.id).key, .text("owner_id", \.ownerId), .truth("roles_enabled", \.rolesEnabled)],
    organization: { $0.id }, id: { $0.id }, isFollowed: false)

/// Of whose rows readers see some: see `Shop.migration`.
let placed = Table<Organization>(
    "placed", [.text("id", \.id).key, .text("owner_id", \.ownerId), .position("placed_at")], reading: "owned",
    organization: { $0.id }, id: { $0.id })

/// A database for one test, gone with it.
final class Shop: Sendable {
    static let migration = Migration(
        number: 1, name: "shop",
        sql: """
            CREATE TABLE organizations (
                id TEXT NOT NULL PRIMARY KEY, owner_id TEXT NOT NULL, roles_enabled INTEGER NOT NULL) STRICT;
            CREATE TABLE accounts (
                id TEXT NOT NULL PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id),
                state INTEGER NOT NULL, display_name TEXT NOT NULL, external_id TEXT NOT NULL, account_type INTEGER NOT NULL,
                address_size INTEGER NOT NULL, create_time INTEGER NOT NULL, suspend_time INTEGER, revision INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX by_external_id ON accounts (organization_id, external_id) WHERE external_id <> '';
            CREATE TABLE members (
                group_id TEXT NOT NULL, member_id TEXT NOT NULL, PRIMARY KEY (group_id, member_id)) STRICT;
            CREATE TABLE placed (
                id TEXT NOT NULL PRIMARY KEY, owner_id TEXT NOT NULL, placed_at INTEGER NOT NULL) STRICT;
            CREATE VIEW owned AS SELECT id, owner_id, placed_at FROM placed WHERE owner_id <> '';
            """)

    let store: Store
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "shop.sqlite").path)), migrations: [Self.migration],
            clock: { 7 }, random: { [UInt8](repeating: 7, count: $0) })
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    /// An organization and some of its accounts.
    func fill(_ organization: String, owner: String = "", _ ids: String...) async throws {
        _ = try await store.write { tx in
            try organizations.insert(Organization(id: organization, ownerId: owner, rolesEnabled: true), tx)
            for id in ids { try accounts.insert(account(id, in: organization), tx) }
        }
    }

    /// What was told since the database began.
    func told() async throws -> [ChangeRecord] {
        guard case .changes(let transactions, _) = try await store.changes(after: 0, limit: 1000) else { return [] }
        return transactions.flatMap(\.changes)
    }
}

func account(_ id: String, in organization: String = "org_1") -> Account {
    Account(
        id: id, organizationId: organization, state: .active, address: "xxx", displayName: "Zoë \(id)",
        createTime: Timestamp(microsecondsSince1970: 5))
}
