package import MailboxDomain
package import Messages
package import SQL
internal import Tables

extension Messages.Mailbox: Resource {}

/// Registered mailboxes. In the feed they are told beside the delegations; mailboxes that are there with their account are
/// told by identity.
let mailboxTable = Table<Messages.Mailbox>(
    "mailboxes",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("owner_id", \.ownerId),
        .text("address", \.address), addressKey, .text("display_name", \.displayName),
        .time("create_time", \.createTime).fixed, .truth("unshared", \.unshared).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

/// What is unique (B5). What has a row is registered.
private let addressKey = Column<Messages.Mailbox>(
    "address_key", value: { .text(AddressKey($0.address)?.text ?? $0.address) },
    read: { mailbox, _, _ in mailbox.kind = .registered })

private let byID = mailboxTable.lookup("id")
private let byAddress = mailboxTable.lookup("address_key")
private let pages = mailboxTable.pages(within: "organization_id", behind: "id")

extension Connection {
    /// A registered one.
    package func mailbox(_ id: MailboxID) throws(SQLError) -> Messages.Mailbox? {
        try byID.find([.text(id.text)], self)
    }

    /// The registered one that has the address, in whatever form.
    package func mailbox(at address: String) throws(SQLError) -> Messages.Mailbox? {
        guard let key = AddressKey(address) else { return nil }
        return try byAddress.find([.text(key.text)], self)
    }

    /// An organization's registered ones, in the order of their ids.
    package func mailboxes(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [Messages.Mailbox] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// The owners of all registered ones behind an id and up to another, if there is one, by id.
    package func mailboxOwners(after id: String, upTo last: String?) throws(SQLError) -> [(id: String, owner: String)] {
        // Behind every id there is a tilde.
        try rows(
            "SELECT id, owner_id FROM mailboxes WHERE id > ? AND id <= ? ORDER BY id", [.text(id), .text(last ?? "~")]
        ) { (id: $0.text(0), owner: $0.text(1)) }
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ mailbox: Messages.Mailbox) throws(SQLError) -> Messages.Mailbox {
        try mailboxTable.insert(mailbox.registered, self)
    }

    /// Gives a stored one what can change, with the next revision, and tells the followers. Returns it as stored.
    @discardableResult
    package func update(_ mailbox: Messages.Mailbox) throws(SQLError) -> Messages.Mailbox {
        try mailboxTable.update(mailbox.registered, self)
    }

    /// Removes it and tells the followers.
    package func delete(_ mailbox: Messages.Mailbox) throws(SQLError) {
        try mailboxTable.delete(mailbox, self)
    }
}

extension Messages.Mailbox {
    /// As followers learn it: what has a row here is registered.
    fileprivate var registered: Messages.Mailbox {
        var mailbox = self
        mailbox.kind = .registered
        return mailbox
    }
}

extension RegisteredMailbox {
    /// Nil when an id is none of ours.
    package init?(_ stored: Messages.Mailbox) {
        guard let id = MailboxID(stored.id), let owner = AccountID(stored.ownerId) else { return nil }
        self.init(
            id: id, owner: owner, address: stored.address, displayName: stored.displayName,
            unshared: stored.unshared)
    }
}
