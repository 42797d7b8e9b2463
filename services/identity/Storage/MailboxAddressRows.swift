package import IdentityDomain
package import Messages
package import SQL

// Which address is a registered mailbox's, and whose the mailbox is: see AddressRows, with which it is one mechanism. No
// follower learns of these rows: mailbox tells of its mailboxes itself.

private let selection = "SELECT mailbox_id, organization_id, owner_id, address FROM mailbox_addresses"

extension MailboxAddress {
    fileprivate init(_ row: any Row) {
        self.init(mailboxId: row.text(0), organizationId: row.text(1), ownerId: row.text(2), address: row.text(3))
    }
}

extension Connection {
    package func mailboxAddress(ofMailbox id: String) throws(SQLError) -> MailboxAddress? {
        try first("\(selection) WHERE mailbox_id = ?", [.text(id)]) { MailboxAddress($0) }
    }

    /// Whether a mailbox has it.
    package func isMailboxAddress(key: String) throws(SQLError) -> Bool {
        try first("SELECT 1 FROM mailbox_addresses WHERE address_key = ?", [.text(key)]) { _ in true } ?? false
    }

    /// How many mailboxes an account owns.
    package func mailboxCount(of owner: AccountID) throws(SQLError) -> Int {
        try first("SELECT count(*) FROM mailbox_addresses WHERE owner_id = ?", [.text(owner.text)]) { $0.int(0) } ?? 0
    }

    /// Of the whole installation, in the order of the mailboxes' ids.
    package func mailboxAddresses(after mailbox: String, limit: Int) throws(SQLError) -> [MailboxAddress] {
        try rows("\(selection) WHERE mailbox_id > ? ORDER BY mailbox_id LIMIT ?", [.text(mailbox), Value(limit)]) {
            MailboxAddress($0)
        }
    }
}

extension Transaction {
    /// Stores one that nobody has: that has been asked within this write.
    package func insert(_ address: MailboxAddress) throws(SQLError) {
        let key = EmailAddress.key(address.address)
        try run(
            """
            INSERT INTO mailbox_addresses (mailbox_id, organization_id, owner_id, address_key, domain, address)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .text(address.mailboxId), .text(address.organizationId), .text(address.ownerId), .text(key),
                .text(EmailAddress.domain(ofKey: key)), .text(address.address),
            ])
    }

    /// Stores that a stored one's mailbox has another owner.
    package func update(_ address: MailboxAddress) throws(SQLError) {
        try run(
            "UPDATE mailbox_addresses SET owner_id = ? WHERE mailbox_id = ?",
            [.text(address.ownerId), .text(address.mailboxId)])
    }

    package func delete(_ address: MailboxAddress) throws(SQLError) {
        try run("DELETE FROM mailbox_addresses WHERE mailbox_id = ?", [.text(address.mailboxId)])
    }
}
