package import IdentityDomain
package import Messages
package import SQL

// Who has which address (B5).
//
// 1. An address is taken where it has a row, here or among those of mailboxes (MailboxAddressRows), and by nobody else in the
//    installation: its key is the table's, and whoever writes one has asked both tables within the same write
//    (`Identity.judge` of an address).
// 2. An account that is not deleted has a row for each address that it shows, and for no other. What it shows is told to the
//    followers; the rows are this database's own.
// 3. A deleted account has the rows that it had, held, or none. Held ones name nobody.

extension Connection {
    /// Whom it names: never a deleted account.
    package func accountID(addressKey: String) throws(SQLError) -> AccountID? {
        try first(
            "SELECT account_id FROM account_addresses WHERE address_key = ? AND is_held = 0", [.text(addressKey)]
        ) { AccountID($0.text(0)) }
    }

    /// By whom it is taken: whom it names, or a deleted account.
    package func holder(addressKey: String) throws(SQLError) -> AccountID? {
        try first("SELECT account_id FROM account_addresses WHERE address_key = ?", [.text(addressKey)]) {
            AccountID($0.text(0))
        }
    }

    /// In the order of their keys. Of one account, also the held ones; or in one domain, without those; or all.
    package func addresses(
        of organization: OrganizationID, account: AccountID? = nil, domain: String = "", after key: String, limit: Int
    ) throws(SQLError) -> [Address] {
        var conditions = ["account_addresses.organization_id = ?", "account_addresses.address_key > ?"]
        var values: [Value] = [.text(organization.text), .text(key)]
        if let account {
            conditions.append("account_addresses.account_id = ?")
            values.append(.text(account.text))
        }
        if !domain.isEmpty {
            conditions.append("account_addresses.domain = ? AND account_addresses.is_held = 0")
            values.append(.text(domain))
        }
        return try rows(
            """
            SELECT account_addresses.address, account_addresses.address_key, account_addresses.account_id, accounts.address_key
            FROM account_addresses JOIN accounts ON accounts.id = account_addresses.account_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY account_addresses.address_key LIMIT ?
            """, values + [Value(limit)]
        ) { Address(address: $0.text(0), key: $0.text(1), accountId: $0.text(2), primary: $0.text(1) == $0.text(3)) }
    }

    /// How many addresses name an account or a mailbox; counted up to `limit`, whatever there is more.
    package func addressesInUse(
        of organization: OrganizationID, domain: String, limit: Int
    ) throws(SQLError) -> Int {
        let found = try first(
            """
            SELECT count(*) FROM (
                SELECT address_key FROM account_addresses WHERE organization_id = ? AND domain = ? AND is_held = 0
                UNION ALL SELECT address_key FROM mailbox_addresses WHERE organization_id = ? AND domain = ? LIMIT ?
            ) AS used
            """,
            [.text(organization.text), .text(domain), .text(organization.text), .text(domain), Value(limit)]
        ) { $0.int(0) }
        return found ?? 0
    }
}

extension Transaction {
    /// Makes the rows of an account that is not deleted those of what it shows. Whatever it did not have before, nobody may have.
    package func setAddresses(of account: Account) throws(SQLError) {
        let shown = [account.address] + account.aliases
        let known = try rows(
            "SELECT address, address_key FROM account_addresses WHERE account_id = ?", [.text(account.id)]
        ) { (address: $0.text(0), key: $0.text(1)) }
        for row in known where !shown.contains(row.address) {
            try run("DELETE FROM account_addresses WHERE address_key = ?", [.text(row.key)])
        }
        for address in shown where !known.contains(where: { $0.address == address }) {
            let key = EmailAddress.key(address)
            try run(
                """
                INSERT INTO account_addresses (address_key, organization_id, account_id, domain, address, is_held)
                VALUES (?, ?, ?, ?, ?, 0)
                """,
                [
                    .text(key), .text(account.organizationId), .text(account.id), .text(EmailAddress.domain(ofKey: key)),
                    .text(address),
                ])
        }
    }

    /// Of an account that is deleted: they name nobody, and nobody can take them. Returns how many there are.
    package func holdAddresses(of account: AccountID) throws(SQLError) -> Int {
        try run("UPDATE account_addresses SET is_held = 1 WHERE account_id = ?", [.text(account.text)])
    }

    /// Of an account that is deleted: they are free. Returns how many there were.
    package func releaseAddresses(of account: AccountID) throws(SQLError) -> Int {
        try run("DELETE FROM account_addresses WHERE account_id = ?", [.text(account.text)])
    }

    /// The same of one address.
    package func releaseAddress(_ key: String) throws(SQLError) {
        try run("DELETE FROM account_addresses WHERE address_key = ?", [.text(key)])
    }
}
