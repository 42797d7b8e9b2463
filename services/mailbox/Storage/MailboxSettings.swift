package import MailboxDomain
package import Messages
package import SQL
internal import Tables

extension Messages.MailboxSettings: Resource {}

/// What is set of mailboxes of every kind; what nobody has set has no row. Followers learn all but the default signatures, on
/// which nothing is decided.
let mailboxSettingsTable = Table<Messages.MailboxSettings>(
    "mailbox_settings",
    [
        .text("mailbox_id", \.mailboxId).key, .text("organization_id", \.organizationId).fixed,
        .number("allow_shared_access", \.allowSharedAccess), .number("displayed_sender", \.displayedSender),
        .text("default_signature_text", \.defaultSignatureText).unfollowed,
        .text("default_signature_html", \.defaultSignatureHtml).unfollowed, .time("update_time", \.updateTime),
        .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.mailboxId })

private let byMailbox = mailboxSettingsTable.lookup("mailbox_id")

extension Connection {
    /// What of all of them is decided on. The default signatures are not read.
    func eachSettings(
        _ body: (OrganizationID, MailboxID, MailboxDomain.MailboxSettings) -> Void
    ) throws(SQLError) {
        try each("SELECT organization_id, mailbox_id, allow_shared_access, displayed_sender FROM mailbox_settings", []) {
            (row: any Row) throws(SQLError) -> Bool in
            guard let organization = OrganizationID(row.text(0)), let mailbox = MailboxID(row.text(1)) else {
                throw SQLError(.corrupt, "settings have an id that is none: restore a backup")
            }
            let settings = Messages.MailboxSettings(
                allowSharedAccess: SharedAccess(rawValue: Int32(truncatingIfNeeded: row.integer(2))),
                displayedSender: Messages.SenderDisplay(rawValue: Int32(truncatingIfNeeded: row.integer(3))))
            body(organization, mailbox, settings.decided)
            return true
        }
    }

    /// Nil where nobody has set anything.
    package func settings(of mailbox: MailboxID) throws(SQLError) -> Messages.MailboxSettings? {
        try byMailbox.find([.text(mailbox.text)], self)
    }
}

extension Transaction {
    /// Stores them and tells the followers. Returns them as stored.
    @discardableResult
    package func insert(_ settings: Messages.MailboxSettings) throws(SQLError) -> Messages.MailboxSettings {
        try mailboxSettingsTable.insert(settings, self)
    }

    /// Gives stored ones other values, with the next revision, and tells the followers. Returns them as stored.
    @discardableResult
    package func update(_ settings: Messages.MailboxSettings) throws(SQLError) -> Messages.MailboxSettings {
        try mailboxSettingsTable.update(settings, self)
    }

    /// Removes them and tells the followers.
    package func delete(_ settings: Messages.MailboxSettings) throws(SQLError) {
        try mailboxSettingsTable.delete(settings, self)
    }
}

extension Messages.MailboxSettings {
    /// As a mailbox begins, with the etag of that: who has seen that nothing is set can say so.
    package static func begun(_ mailbox: MailboxID, in organization: OrganizationID) -> Messages.MailboxSettings {
        var begun = Messages.MailboxSettings(mailboxId: mailbox.text, organizationId: organization.text)
        begun.etag = mailboxSettingsTable.etag(of: begun)
        return begun
    }

    /// What of stored ones a rule decides on.
    package var decided: MailboxDomain.MailboxSettings {
        let sharing: Bool? =
            switch allowSharedAccess {
            case .on: true
            case .off: false
            case .unspecified, .unrecognized: nil
            }
        return MailboxDomain.MailboxSettings(
            sharing: sharing, sender: MailboxDomain.SenderDisplay(displayedSender), isStored: true)
    }
}
