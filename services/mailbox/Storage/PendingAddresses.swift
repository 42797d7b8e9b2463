package import MailboxDomain
package import SQL

/// A mailbox of which identity may keep an address without need: one that is about to be registered, or one that is gone.
///
/// Stored before identity is asked for the address, and gone with the write that makes the mailbox's row, or when identity has
/// let go of the address. So the id that identity knows is never only in memory, and a repetition of the request finds it.
package struct PendingAddress: Sendable, Equatable {
    package let mailbox: MailboxID
    /// Whose registration, and what it called its request; both empty for a mailbox that is gone.
    package let requester: String
    package let requestID: String
    /// Of that request.
    package let digest: [UInt8]

    package init(mailbox: MailboxID, requester: String = "", requestID: String = "", digest: [UInt8] = []) {
        self.mailbox = mailbox
        self.requester = requester
        self.requestID = requestID
        self.digest = digest
    }
}

extension Connection {
    /// What a request has begun; nothing for one without an id.
    package func pendingAddress(requester: String, requestID: String) throws(SQLError) -> PendingAddress? {
        if requestID.isEmpty { return nil }
        let found = try first(
            """
            SELECT mailbox_id, digest FROM pending_addresses WHERE requester = ? AND request_id = ? AND request_id <> ''
            """, [.text(requester), .text(requestID)]
        ) { (mailbox: $0.text(0), digest: $0.blob(1)) }
        guard let found, let mailbox = MailboxID(found.mailbox) else { return nil }
        return PendingAddress(mailbox: mailbox, requester: requester, requestID: requestID, digest: found.digest)
    }

    /// In the order of their ids.
    package func pendingAddresses(after mailbox: MailboxID?, limit: Int) throws(SQLError) -> [MailboxID] {
        try rows(
            "SELECT mailbox_id FROM pending_addresses WHERE mailbox_id > ? ORDER BY mailbox_id LIMIT ?",
            [.text(mailbox?.text ?? ""), Value(limit)]
        ) { $0.text(0) }.compactMap { MailboxID($0) }
    }
}

extension Transaction {
    package func insert(_ pending: PendingAddress) throws(SQLError) {
        try run(
            "INSERT INTO pending_addresses (mailbox_id, requester, request_id, digest) VALUES (?, ?, ?, ?)",
            [.text(pending.mailbox.text), .text(pending.requester), .text(pending.requestID), .blob(pending.digest)])
    }

    /// Also of one that is not there.
    package func deletePendingAddress(of mailbox: MailboxID) throws(SQLError) {
        try run("DELETE FROM pending_addresses WHERE mailbox_id = ?", [.text(mailbox.text)])
    }
}
