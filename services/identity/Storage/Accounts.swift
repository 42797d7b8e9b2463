package import IdentityDomain
package import Messages
package import SQL

/// Everything but whether it is the owner, which the organization's row says.
private let columns = """
    a.id, a.organization_id, a.type, a.state, a.address, a.display_name, a.external_id, a.role, \
    o.owner_id = a.id, a.create_time, a.suspend_time, a.revision, a.address_key
    """
private let source = "accounts a JOIN organizations o ON o.id = a.organization_id"

extension Connection {
    package func account(_ id: AccountID) throws(SQLError) -> Account? {
        try account(where: "a.id = ?", [.text(id.text)])
    }

    /// By the address's key: compared without case (B5).
    package func account(addressKey: String) throws(SQLError) -> Account? {
        try account(where: "a.address_key = ?", [.text(addressKey)])
    }

    /// The one that a unique key names.
    func account(where condition: String, _ values: [Value]) throws(SQLError) -> Account? {
        try first("SELECT \(columns) FROM \(source) WHERE \(condition)", values, Account.init(row:))
    }

    /// In the order of their ids; of one type and state where given.
    package func accounts(
        of organization: OrganizationID, type: AccountType = .unspecified, state: AccountState = .unspecified,
        after id: String, limit: Int
    ) throws(SQLError) -> [Account] {
        var filter = ""
        var values: [Value] = [.text(organization.text), .text(id)]
        if type != .unspecified {
            filter += " AND a.type = ?"
            values.append(.integer(Int64(type.rawValue)))
        }
        if state != .unspecified {
            filter += " AND a.state = ?"
            values.append(.integer(Int64(state.rawValue)))
        }
        return try rows(
            "SELECT \(columns) FROM \(source) WHERE a.organization_id = ? AND a.id > ?\(filter) ORDER BY a.id LIMIT ?",
            values + [Value(limit)], Account.init(row:))
    }

    /// Every account of the installation, one after another.
    package func eachAccount(_ body: (Account) throws(SQLError) -> Void) throws(SQLError) {
        try each("SELECT \(columns) FROM \(source)", []) { (row: any Row) throws(SQLError) -> Bool in
            try body(Account(row: row))
            return true
        }
    }

    /// C7: the owner, and by role, or all administrators while roles are off (A8).
    package func fullAdmins(of organization: Organization) throws(SQLError) -> FullAdmins {
        let active = try first(
            """
            SELECT count(*) FROM accounts
            WHERE organization_id = ? AND type = 2 AND state = 2 AND (role = 1 OR id = ? OR ?)
            """,
            [.text(organization.id), .text(organization.ownerId), Value(!organization.rolesEnabled)]
        ) { $0.int(0) }
        return FullAdmins(active: active ?? 0)
    }
}

extension Transaction {
    /// Stores it and tells the followers.
    package func insert(_ account: Account, address: EmailAddress) throws(SQLError) {
        try run(
            """
            INSERT INTO accounts (id, organization_id, type, state, address, address_key, display_name, external_id,
                role, create_time, suspend_time, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(account.id), .text(account.organizationId), .integer(Int64(account.accountType.rawValue)),
                .integer(Int64(account.state.rawValue)), .text(address.text), .text(address.key),
                .text(account.displayName), .text(account.externalId), role(of: account),
                .integer(account.createTime?.microsecondsSince1970 ?? 0), Value(account.suspendTime?.microsecondsSince1970),
                .integer(account.revision),
            ])
        record(ChangeRecord(account))
    }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored.
    package func update(_ changed: Account) throws(SQLError) -> Account {
        var account = changed
        account.revision += 1
        try run(
            """
            UPDATE accounts SET type = ?, state = ?, display_name = ?, external_id = ?, role = ?, suspend_time = ?,
                revision = ? WHERE id = ?
            """,
            [
                .integer(Int64(account.accountType.rawValue)), .integer(Int64(account.state.rawValue)),
                .text(account.displayName), .text(account.externalId), role(of: account),
                Value(account.suspendTime?.microsecondsSince1970), .integer(account.revision), .text(account.id),
            ])
        record(ChangeRecord(account))
        return account
    }

    private func role(of account: Account) -> Value {
        account.role == .unspecified ? .null : .integer(Int64(account.role.rawValue))
    }
}

/// What stands before the @ as given, and the domain of the key, which is the one of A-labels.
private func asciiForm(of address: String, key: String) -> String {
    guard let given = address.firstIndex(of: "@"), let ascii = key.firstIndex(of: "@") else { return address }
    return String(address[..<given] + key[ascii...])
}

extension Account {
    init(row: any Row) {
        self.init(
            id: row.text(0), organizationId: row.text(1), accountType: AccountType(rawValue: Int32(row.integer(2))),
            state: AccountState(rawValue: Int32(row.integer(3))), address: row.text(4), displayName: row.text(5),
            externalId: row.text(6), role: Role(rawValue: Int32(row.integer(7))), owner: row.bool(8),
            createTime: Timestamp(microsecondsSince1970: row.integer(9)),
            suspendTime: row.optionalInteger(10).map { Timestamp(microsecondsSince1970: $0) }, revision: row.integer(11),
            asciiAddress: asciiForm(of: row.text(4), key: row.text(12)))
    }
}
