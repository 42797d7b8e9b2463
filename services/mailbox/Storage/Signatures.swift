package import MailboxDomain
package import Messages
package import SQL
internal import Tables

extension Messages.Signature: Resource {}

/// Signatures, one an account and mailbox (D13). No follower learns them: nothing is decided on them, and what an account
/// writes under its mail is nobody's but its own.
private let signatureTable = Table<Messages.Signature>(
    "signatures",
    [
        .text("account_id", \.accountId).key, .text("mailbox_id", \.mailboxId).key,
        .text("organization_id", \.organizationId).fixed, .text("text", \.text), .text("html", \.html),
        .time("update_time", \.updateTime), .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.accountId + "/" + $0.mailboxId }, isFollowed: false)

private let byPair = signatureTable.lookup("account_id", "mailbox_id")
private let pages = signatureTable.pages(within: "account_id", behind: "mailbox_id")

extension Connection {
    package func signature(_ key: SignatureKeys.Key) throws(SQLError) -> Messages.Signature? {
        try byPair.find([.text(key.account.text), .text(key.mailbox.text)], self)
    }

    /// An account's signatures in the order of their mailboxes' ids.
    package func signatures(
        of account: AccountID, after mailbox: String, limit: Int
    ) throws(SQLError) -> [Messages.Signature] {
        try pages.read(self, within: .text(account.text), after: mailbox, limit: limit)
    }

    /// Whose signatures there are, in no order.
    ///
    /// Throws `.corrupt` for an id that is none, which no program of ours has written.
    package func eachSignature(_ body: (SignatureKeys.Key, OrganizationID) -> Void) throws(SQLError) {
        try each("SELECT account_id, mailbox_id, organization_id FROM signatures", []) {
            (row: any Row) throws(SQLError) -> Bool in
            guard let account = AccountID(row.text(0)), let mailbox = MailboxID(row.text(1)),
                let organization = OrganizationID(row.text(2))
            else { throw SQLError(.corrupt, "a signature has an id that is none: restore a backup") }
            body(SignatureKeys.Key(account: account, mailbox: mailbox), organization)
            return true
        }
    }
}

extension Transaction {
    /// Stores it. Returns it as stored.
    @discardableResult
    package func insert(_ signature: Messages.Signature) throws(SQLError) -> Messages.Signature {
        try signatureTable.insert(signature, self)
    }

    /// Gives a stored one other texts, with the next revision. Returns it as stored.
    @discardableResult
    package func update(_ signature: Messages.Signature) throws(SQLError) -> Messages.Signature {
        try signatureTable.update(signature, self)
    }

    package func delete(_ signature: Messages.Signature) throws(SQLError) {
        try signatureTable.delete(signature, self)
    }
}
