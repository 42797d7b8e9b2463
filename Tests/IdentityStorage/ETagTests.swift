import IdentityDomain
import IdentityStorage
import Messages
import SQL
import Testing

/// Whatever changes in a row changes its etag, also where no program of ours changes it.
@Suite struct ETagTests {
    /// A row and another value for one of its columns.
    private static let changes: [(table: String, column: String, row: String, value: String)] = [
        ("organizations", "id", "id = 'org_b'", "'org_c'"), ("organizations", "display_name", "id = 'org_b'", "'acme'"),
        ("organizations", "preset", "id = 'org_b'", "2"), ("organizations", "owner_id", "id = 'org_b'", "'acc_x'"),
        ("organizations", "roles_enabled", "id = 'org_b'", "0"), ("organizations", "external_id", "id = 'org_b'", "'x'"),
        ("organizations", "create_time", "id = 'org_b'", "0"), ("organizations", "revision", "id = 'org_b'", "2"),
        ("accounts", "id", "id = 'acc_u'", "'acc_v'"), ("accounts", "organization_id", "id = 'acc_u'", "'org_b'"),
        ("accounts", "account_type", "id = 'acc_u'", "3"), ("accounts", "state", "id = 'acc_u'", "1"),
        ("accounts", "address", "id = 'acc_u'", "'ACC_u@example.org'"), ("accounts", "display_name", "id = 'acc_u'", "''"),
        ("accounts", "aliases", "id = 'acc_u'", "'u2@example.org'"),
        ("accounts", "address_key", "id = 'acc_u'", "'acc_u@example.net'"), ("accounts", "external_id", "id = 'acc_u'", "'x'"),
        ("accounts", "unit_id", "id = 'acc_a'", "'unt_a'"), ("accounts", "create_time", "id = 'acc_a'", "0"),
        ("accounts", "suspend_time", "id = 'acc_a'", "0"), ("accounts", "suspend_end_time", "id = 'acc_a'", "9"),
        ("accounts", "suspend_reason", "id = 'acc_a'", "1"), ("accounts", "language", "id = 'acc_a'", "'de'"),
        ("accounts", "time_zone", "id = 'acc_a'", "'UTC'"), ("accounts", "displayed_sender", "id = 'acc_a'", "1"),
        ("accounts", "picture_url", "id = 'acc_a'", "'https://a'"), ("accounts", "revision", "id = 'acc_a'", "2"),
        ("roles", "id", "id = 'rol_support'", "'rol_x'"), ("roles", "organization_id", "id = 'rol_support'", "'org_acme'"),
        ("roles", "display_name", "id = 'rol_support'", "'S'"), ("roles", "revision", "id = 'rol_support'", "2"),
        ("role_assignments", "id", "account_id = 'acc_b'", "'asg_x'"),
        ("role_assignments", "organization_id", "account_id = 'acc_b'", "'org_b'"),
        ("role_assignments", "account_id", "account_id = 'acc_b'", "'acc_u'"),
        ("role_assignments", "role_id", "account_id = 'acc_b'", "'rol_auditor'"),
        ("role_assignments", "unit_id", "account_id = 'acc_b'", "'unt_a'"),
        ("role_assignments", "create_time", "account_id = 'acc_b'", "0"),
        ("role_assignments", "revision", "account_id = 'acc_b'", "2"),
        ("units", "id", "id = 'unt_b'", "'unt_c'"), ("units", "organization_id", "id = 'unt_b'", "'org_b'"),
        ("units", "parent_id", "id = 'unt_b'", "'unt_a'"), ("units", "display_name", "id = 'unt_b'", "'C'"),
        ("units", "external_id", "id = 'unt_b'", "'x'"), ("units", "default_domain", "id = 'unt_b'", "'b.example'"),
        ("units", "create_time", "id = 'unt_b'", "0"), ("units", "revision", "id = 'unt_b'", "2"),
        ("groups", "state", "id = 'grp_b'", "2"),
        ("groups", "id", "id = 'grp_b'", "'grp_c'"), ("groups", "organization_id", "id = 'grp_b'", "'org_b'"),
        ("groups", "display_name", "id = 'grp_b'", "'C'"), ("groups", "external_id", "id = 'grp_b'", "'x'"),
        ("groups", "create_time", "id = 'grp_b'", "0"), ("groups", "revision", "id = 'grp_b'", "2"),
        ("group_members", "group_id", "member_id = 'acc_a'", "'grp_b'"),
        ("group_members", "member_id", "member_id = 'acc_a'", "'acc_u'"),
        ("group_members", "organization_id", "member_id = 'acc_a'", "'org_b'"),
        ("group_members", "create_time", "member_id = 'acc_a'", "0"),
        ("group_members", "expire_time", "member_id = 'acc_a'", "9"),
    ]

    private struct Undone: Error {}

    private static func insertAll(_ tx: Transaction) throws {
        let made = Timestamp(microsecondsSince1970: 1)
        try insertAcme(tx)
        try tx.insert(organization("org_b", owner: "acc_none"))
        try tx.insert(account("acc_a", .administrator, .suspended))
        try insertAdministrator(tx, "acc_b", .policyAdmin)
        try tx.insert(account("acc_u"))
        for id in ["grp_a", "grp_b"] {
            try tx.insert(Group(id: id, organizationId: "org_acme", displayName: id, createTime: made, state: .active))
        }
        for id in ["unt_a", "unt_b"] {
            try tx.insert(Messages.Unit(id: id, organizationId: "org_acme", displayName: id, createTime: made))
        }
        try tx.insert(GroupMember(groupId: "grp_a", memberId: "acc_a", organizationId: "org_acme", createTime: made))
    }

    private static func etags(_ table: String, _ connection: any Connection) throws -> Set<String> {
        let organizations = ["org_acme", "org_b"].map { OrganizationID($0) }
        return switch table {
        case "organizations": Set(try connection.organizations(after: "", limit: 9).map(\.etag))
        case "accounts": Set(try organizations.flatMap { try connection.accounts(of: $0, after: "", limit: 9).map(\.etag) })
        case "roles": Set(try connection.roles(for: organizations[0], after: "", limit: 9).map(\.etag))
        case "role_assignments":
            Set(try organizations.flatMap { try connection.assignments(of: $0, after: "", limit: 9).map(\.etag) })
        case "units": Set(try organizations.flatMap { try connection.units(of: $0, after: "", limit: 9).map(\.etag) })
        case "groups": Set(try organizations.flatMap { try connection.groups(of: $0, after: "", limit: 9).map(\.etag) })
        default:
            Set(try ["grp_a", "grp_b"].flatMap { try connection.members(of: GroupID($0), after: "", limit: 9).map(\.etag) })
        }
    }

    @Test("a change of any one column is a change of the etag", arguments: changes.indices)
    func columns(_ index: Int) async throws {
        let (table, column, row, value) = Self.changes[index]
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try Self.insertAll(tx)
            let before = try Self.etags(table, tx)
            #expect(!before.contains("") && !before.isEmpty)
            // They name the account.
            try tx.run("DELETE FROM account_addresses")
            #expect(try tx.run("UPDATE \(table) SET \(column) = \(value) WHERE \(row)") == 1)
            let after = try Self.etags(table, tx)
            #expect(after.count == before.count && after.subtracting(before).count == 1)
        }
    }

    @Test("those are all columns that there are")
    func complete() throws {
        for table in ["organizations", "accounts", "roles", "role_assignments", "units", "groups", "group_members"] {
            let sql = IdentityMigrations.all.map(\.sql).joined()
            let start = try #require(sql.range(of: "CREATE TABLE \(table) ("))
            let body = sql[start.upperBound...].split(separator: ") STRICT")[0]
            let columns = body.split(separator: "\n").compactMap { line -> Substring? in
                let word = line.split(separator: " ").first
                return word?.first?.isLowercase == true ? word : nil
            }
            #expect(Set(Self.changes.filter { $0.table == table }.map { $0.column[...] }) == Set(columns))
        }
    }

    @Test("followers get no etag")
    func followers() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { try Self.insertAll($0) }
        guard case .changes(let transactions, _) = try await installation.store.changes(after: 0, limit: 100) else {
            Issue.record("compacted")
            return
        }
        let told = transactions.flatMap(\.changes)
        #expect(told.count == 13)
        for change in told where change.type == Account.name {
            #expect(try Account(decoding: change.value).etag == "")
        }
    }
}
