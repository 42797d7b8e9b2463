package import MailboxDomain
package import Messages
package import SQL

private let columns = """
    id, organization_id, mailbox_id, grantee_id, rights, start_time, expire_time, granted_by, create_time, revision
    """

// Texts made once: to put one together costs more than to run it.
private let insertion = "INSERT INTO delegations (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
private let byPair = "SELECT \(columns) FROM delegations WHERE mailbox_id = ? AND grantee_id = ?"

extension Connection {
    package func delegation(_ id: DelegationID) throws(SQLError) -> Messages.Delegation? {
        try first(
            "SELECT \(columns) FROM delegations WHERE id = ?", [.text(id.text)], Messages.Delegation.init(row:))
    }

    package func delegation(of mailbox: MailboxID, to grantee: Grantee) throws(SQLError) -> Messages.Delegation? {
        try first(
            byPair, [.text(mailbox.text), .text(grantee.text)], Messages.Delegation.init(row:))
    }

    /// A mailbox's delegations in the order of their grantees' ids.
    package func delegations(
        of mailbox: MailboxID, after grantee: String, limit: Int
    ) throws(SQLError) -> [Messages.Delegation] {
        try rows(
            """
            SELECT \(columns) FROM delegations WHERE mailbox_id = ? AND grantee_id > ?
            ORDER BY grantee_id LIMIT ?
            """, [.text(mailbox.text), .text(grantee), Value(limit)], Messages.Delegation.init(row:))
    }

    /// Everything a follower holds, as changes.
    package func eachChange(_ body: (ChangeRecord) -> Void) throws(SQLError) {
        try each("SELECT \(columns) FROM delegations", []) { (row: any Row) throws(SQLError) -> Bool in
            body(ChangeRecord(Messages.Delegation(row: row)))
            return true
        }
    }
}

extension Transaction {
    /// Stores it and tells the followers.
    package func insert(_ delegation: Messages.Delegation) throws(SQLError) {
        let (rights, window) = delegation.terms
        try run(
            insertion,
            [
                .text(delegation.id), .text(delegation.organizationId), .text(delegation.mailboxId),
                .text(delegation.granteeId), .integer(Int64(rights.rawValue)), Value(window.startTime),
                Value(window.expireTime), .text(delegation.grantedBy),
                .integer(delegation.createTime?.microsecondsSince1970 ?? 0), .integer(delegation.revision),
            ])
        record(ChangeRecord(delegation))
    }

    /// Gives a stored one other terms and tells the followers.
    package func update(_ delegation: Messages.Delegation) throws(SQLError) {
        let (rights, window) = delegation.terms
        try run(
            """
            UPDATE delegations SET rights = ?, start_time = ?, expire_time = ?, granted_by = ?, revision = ?
            WHERE id = ?
            """,
            [
                .integer(Int64(rights.rawValue)), Value(window.startTime), Value(window.expireTime),
                .text(delegation.grantedBy), .integer(delegation.revision), .text(delegation.id),
            ])
        record(ChangeRecord(delegation))
    }

    /// Removes it and tells the followers.
    package func delete(_ delegation: Messages.Delegation) throws(SQLError) {
        try run("DELETE FROM delegations WHERE id = ?", [.text(delegation.id)])
        record(ChangeRecord(removed: delegation))
    }
}

extension Messages.Delegation {
    init(row: any Row) {
        self.init(
            id: row.text(0), organizationId: row.text(1), mailboxId: row.text(2), granteeId: row.text(3),
            grantedBy: row.text(7), createTime: Timestamp(microsecondsSince1970: row.integer(8)),
            revision: row.integer(9))
        terms = (
            Rights(rawValue: UInt8(truncatingIfNeeded: row.integer(4))),
            Window(startTime: row.optionalInteger(5), expireTime: row.optionalInteger(6))
        )
    }
}
