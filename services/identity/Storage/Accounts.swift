package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Account: Resource {}

let accountTable = Table<Account>(
    "accounts",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .number("account_type", \.accountType),
        .number("state", \.state), .text("address", \.address), addressKey, aliases, .text("display_name", \.displayName),
        .text("external_id", \.externalId), .text("unit_id", \.unitId), .time("create_time", \.createTime).fixed,
        .time("suspend_time", \.suspendTime), .time("suspend_end_time", \.suspendEndTime).unfollowed,
        .number("suspend_reason", \.suspendReason).unfollowed, .text("language", \.language).unfollowed,
        .text("time_zone", \.timeZone).unfollowed, .number("displayed_sender", \.displayedSender),
        .text("picture_url", \.pictureUrl).unfollowed, .truth("is_unshared", \.unshared).fixed,
        .revision("revision", \.revision),
        // Who is the owner the organization's row says, and nothing else does (A1).
        .derived("organizations.owner_id") { $0.owner = $1.text($2) == $0.id },
    ],
    join: "JOIN organizations ON organizations.id = accounts.organization_id",
    organization: { $0.organizationId }, id: { $0.id })

/// As the primary address is compared (B5). As a mail server takes it, it is what stands before the @ as given, and the domain
/// of the key, which is the one of A-labels.
private let addressKey = Column<Account>("address_key", value: { .text(EmailAddress.key($0.asciiAddress)) }) { account, row, at in
    let key = row.text(at)
    guard let given = account.address.firstIndex(of: "@"), let ascii = key.firstIndex(of: "@") else { return }
    account.asciiAddress = String(account.address[..<given] + key[ascii...])
}

/// No address has a line feed in it. That each of them names the account stands in `AccountAddresses`.
private let aliases = Column<Account>("aliases", value: { .text($0.aliases.joined(separator: "\n")) }) { account, row, at in
    account.aliases = row.text(at).split(separator: "\n").map(String.init)
}

private let byID = accountTable.lookup("id")
private let byExternalID = accountTable.lookup("organization_id", whereNotEmpty: "external_id", among: "state <> 4")
private let pages = accountTable.pages(
    within: "organization_id", behind: "id", filters: ["account_type", "state"], among: "state <> 4")
private let pagesOfSuspended = accountTable.pages(within: "organization_id", behind: "id", among: "state = 3")
private let pagesOfDeleted = accountTable.pages(
    within: "organization_id", behind: "id", filters: ["account_type", "state"], among: "state = 4")
private let pagesOfUnit = accountTable.pages(
    within: "unit_id", behind: "id", filters: ["account_type", "state"], among: "unit_id <> ''")

extension Connection {
    package func account(_ id: AccountID) throws(SQLError) -> Account? {
        try withRoles(byID.find([.text(id.text)], self))
    }

    /// By the key of its primary address or of an alias (B5). Never a deleted one: its address may be another's.
    package func account(addressKey: String) throws(SQLError) -> Account? {
        guard let id = try accountID(addressKey: addressKey) else { return nil }
        return try account(id)
    }

    /// Never a deleted one.
    package func account(externalID: String, in organization: OrganizationID) throws(SQLError) -> Account? {
        try withRoles(byExternalID.find([.text(organization.text), .text(externalID)], self))
    }

    /// The roles stand in the assignments: see `RoleAssignments`.
    private func withRoles(_ account: Account?) throws(SQLError) -> Account? {
        guard var account, account.accountType == .administrator else { return account }
        account.roleIds = try roleIDs(of: AccountID(account.id))
        return account
    }

    private func withRoles(_ accounts: [Account]) throws(SQLError) -> [Account] {
        var accounts = accounts
        for index in accounts.indices where accounts[index].accountType == .administrator {
            accounts[index].roleIds = try roleIDs(of: AccountID(accounts[index].id))
        }
        return accounts
    }

    /// In the order of their ids; of one type and state where given, and else none that is deleted.
    package func accounts(
        of organization: OrganizationID, type: AccountType = .unspecified, state: AccountState = .unspecified,
        after id: String, limit: Int
    ) throws(SQLError) -> [Account] {
        let pages = state == .deleted ? pagesOfDeleted : pages
        return try withRoles(
            pages.read(
                self, within: .text(organization.text), after: id, limit: limit,
                numbers: [Int64(type.rawValue), Int64(state.rawValue)]))
    }

    /// Suspended ones, in the order of their ids.
    package func suspendedAccounts(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [Account] {
        try withRoles(pagesOfSuspended.read(self, within: .text(organization.text), after: id, limit: limit))
    }

    /// Those that belong to the unit itself, in the order of their ids; of one type and state where given.
    package func accounts(
        of unit: UnitID, type: AccountType = .unspecified, state: AccountState = .unspecified, after id: String, limit: Int
    ) throws(SQLError) -> [Account] {
        try withRoles(
            pagesOfUnit.read(
                self, within: .text(unit.text), after: id, limit: limit,
                numbers: [Int64(type.rawValue), Int64(state.rawValue)]))
    }

    /// Those of an organization that an id, the key of an address (`EmailAddress.key`) or an external id names, each once,
    /// in the order of their ids.
    package func accounts(
        of organization: OrganizationID, ids: [String], addressKeys: [String], externalIDs: [String]
    ) throws(SQLError) -> [Account] {
        var ids = ids
        for key in addressKeys {
            if let id = try accountID(addressKey: key) { ids.append(id.text) }
        }
        return try withRoles(
            accountTable.named(
                [
                    Names(ids, byID),
                    Names(externalIDs, byExternalID, within: .text(organization.text)),
                ], self
            ) { $0.organizationId == organization.text })
    }

    /// Administrators that are not deleted, in the order of their ids: the first of them.
    package func administratorIDs(of organization: OrganizationID, limit: Int = .max) throws(SQLError) -> [AccountID] {
        try rows(
            "SELECT id FROM accounts WHERE organization_id = ? AND account_type = 2 AND state <> 4 ORDER BY id LIMIT ?",
            [.text(organization.text), Value(limit)]
        ) { AccountID($0.text(0)) }
    }

    /// C7: the owner, and by their role in the whole organization, or all administrators while roles are off (A8).
    ///
    /// Counted no further than to `limit`. A rule only asks for one, two or more, and a change in an organization with a thousand
    /// administrators must cost what it costs in one with three.
    package func fullAdmins(of organization: Organization, upTo limit: Int = 3) throws(SQLError) -> FullAdmins {
        let owner = try first(
            "SELECT 1 FROM accounts WHERE id = ? AND account_type = 2 AND state = 2", [.text(organization.ownerId)]
        ) { $0.int(0) }
        let others =
            if organization.rolesEnabled {
                try rows(
                    """
                    SELECT accounts.id FROM role_assignments JOIN accounts ON accounts.id = role_assignments.account_id
                    WHERE role_assignments.role_id = ? AND role_assignments.organization_id = ?
                        AND role_assignments.unit_id = '' AND accounts.account_type = 2 AND accounts.state = 2
                        AND accounts.id <> ? LIMIT ?
                    """,
                    [.text(RoleID.fullAdmin.text), .text(organization.id), .text(organization.ownerId), Value(limit)]
                ) { $0.text(0) }
            } else {
                try rows(
                    """
                    SELECT id FROM accounts WHERE organization_id = ? AND account_type = 2 AND state = 2 AND id <> ? LIMIT ?
                    """,
                    [.text(organization.id), .text(organization.ownerId), Value(limit)]
                ) { $0.text(0) }
            }
        return FullAdmins(active: min(limit, others.count + (owner ?? 0)))
    }
}

extension Transaction {
    /// Stores it with its addresses, which nobody may have, and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ account: Account) throws(SQLError) -> Account {
        let stored = try told(account) { (account) throws(SQLError) in try accountTable.insert(account, self) }
        try setAddresses(of: account)
        return stored
    }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored. Other addresses than
    /// it had are taken and left by `setAddresses`.
    package func update(_ account: Account) throws(SQLError) -> Account {
        try told(account) { (account) throws(SQLError) in try accountTable.update(account, self) }
    }

    /// Followers have the assignments themselves.
    private func told(_ account: Account, _ store: (Account) throws(SQLError) -> Account) throws(SQLError) -> Account {
        var told = account
        told.roleIds = []
        var stored = try store(told)
        stored.roleIds = account.roleIds
        return stored
    }
}
