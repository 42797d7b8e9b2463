import Foundation
import IdentityDomain
import IdentityStorage
import Messages
import PortableSQL
import SQL
import SQLite
import Tables

/// A database in a folder of its own, removed at the end, with a clock that stands still.
final class Installation {
    static let now: Int64 = 1_700_000_000_000_000
    let folder: URL
    let store: Store

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "identity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Self.open(folder)
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    static func open(_ folder: URL) throws -> Store {
        try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "identity.sqlite").path)),
            migrations: IdentityMigrations.all, clock: { now }, random: { [UInt8](repeating: 7, count: $0) })
    }
}

let acme = OrganizationID("org_acme")

func organization(_ id: String = "org_acme", owner: String = "acc_owner", rolesEnabled: Bool = true) -> Organization {
    Organization(
        id: id, displayName: "Acme", preset: .functionalAccounts, ownerId: owner, rolesEnabled: rolesEnabled,
        createTime: Timestamp(microsecondsSince1970: Installation.now), revision: 1)
}

func account(
    _ id: String, _ type: AccountType = .user, _ state: AccountState = .active, in organization: String = "org_acme"
) -> Account {
    Account(
        id: id, organizationId: organization, accountType: type, state: state, address: "\(id)@Example.org", displayName: id,
        owner: id == "acc_owner", createTime: Timestamp(microsecondsSince1970: Installation.now),
        suspendTime: state == .suspended ? Timestamp(microsecondsSince1970: Installation.now) : nil, revision: 1,
        asciiAddress: "\(id)@example.org")
}

/// Without its etag, as it was before it was stored.
func unmarked<Stored: Resource>(_ stored: Stored) -> Stored {
    var unmarked = stored
    unmarked.etag = ""
    return unmarked
}

/// An organization with its owner.
func insertAcme(_ tx: Transaction, rolesEnabled: Bool = true) throws {
    try tx.insert(organization(rolesEnabled: rolesEnabled))
    try insertAdministrator(tx, "acc_owner", .fullAdmin)
}

/// An account with a role; the assignment's id is `asg_` and what the account's has.
func insertAdministrator(
    _ tx: Transaction, _ id: String, _ role: RoleID, in unit: String = "", _ state: AccountState = .active,
    of organization: String = "org_acme"
) throws {
    try tx.insert(account(id, .administrator, state, in: organization))
    try tx.insert(assignment(id, role, in: unit, of: organization))
}

func assignment(_ account: String, _ role: RoleID, in unit: String = "", of organization: String = "org_acme") -> RoleAssignment {
    RoleAssignment(
        id: "asg_" + account.dropFirst(4) + (unit.isEmpty ? "" : "_" + unit), organizationId: organization,
        accountId: account, roleId: role.text, unitId: unit,
        createTime: Timestamp(microsecondsSince1970: Installation.now), revision: 1)
}
