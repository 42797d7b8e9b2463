package import MailboxDomain
package import Messages
package import SQL
internal import Tables

extension Messages.Delegation: Resource {}

/// In the feed a delegation is named by its mailbox and grantee, as a membership is by its group and member: there is
/// one for the two, and a removal, which has no value, still says whose.
///
/// Whose delegations were revoked all at once, of them it finds none, although their rows may still be there: see
/// `DelegationMark`.
let delegationTable = Table<Messages.Delegation>(
    "delegations", delegationColumns, reading: "unmarked_delegations", organization: { $0.organizationId },
    id: { $0.changeID })

/// Who adds one adds it to the view `unmarked_delegations` too.
let delegationColumns: [Column<Messages.Delegation>] = [
    .text("id", \.id).key, .text("organization_id", \.organizationId).fixed,
    .text("mailbox_id", \.mailboxId).fixed, .text("grantee_id", \.granteeId).fixed, rights,
    .time("start_time", \.startTime), .time("expire_time", \.expireTime), .text("granted_by", \.grantedBy),
    .time("create_time", \.createTime).fixed, .number("displayed_sender", \.displayedSender), folders,
    .truth("frozen", \.frozen), .truth("self_grant", \.selfGrant), .position("grant_position"),
    .revision("revision", \.revision),
]

/// A set, as the sum of its members (D3).
private let rights = Column<Messages.Delegation>(
    "rights", value: { .integer(Int64((Rights($0.rights) ?? []).rawValue)) },
    read: { $0.rights = Rights(rawValue: UInt8(truncatingIfNeeded: $1.integer($2))).list })

/// All three lists, in the one order that they are kept in (D27).
private let folders = Column<Messages.Delegation>(
    "folders", value: { .text($0.folders.stored) },
    read: { delegation, row, at in
        let text = row.text(at)
        if !text.isEmpty { delegation.folders = FolderLists(stored: text) }
    })

private let byID = delegationTable.lookup("id")
private let byPair = delegationTable.lookup("mailbox_id", "grantee_id")
private let pages = delegationTable.pages(within: "mailbox_id", behind: "grantee_id")

extension Connection {
    package func delegation(_ id: DelegationID) throws(SQLError) -> Messages.Delegation? {
        try byID.find([.text(id.text)], self)
    }

    package func delegation(of mailbox: MailboxID, to grantee: Grantee) throws(SQLError) -> Messages.Delegation? {
        try byPair.find([.text(mailbox.text), .text(grantee.text)], self)
    }

    /// A mailbox's delegations in the order of their grantees' ids.
    package func delegations(
        of mailbox: MailboxID, after grantee: String, limit: Int
    ) throws(SQLError) -> [Messages.Delegation] {
        try pages.read(self, within: .text(mailbox.text), after: grantee, limit: limit)
    }

    /// Everything a follower holds, as changes.
    package func eachChange(_ body: (ChangeRecord) -> Void) throws(SQLError) {
        try mailboxTable.eachRecord(self, body)
        try mailboxSettingsTable.eachRecord(self, body)
        try delegationTable.eachRecord(self, body)
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored. The row that a mark has taken away of the same mailbox and
    /// grantee must be gone (`markedDelegation`): it would be in the way.
    @discardableResult
    package func insert(_ delegation: Messages.Delegation) throws(SQLError) -> Messages.Delegation {
        try delegationTable.insert(delegation, self)
    }

    /// Gives a stored one other terms, with the next revision, and tells the followers. Returns it as stored.
    @discardableResult
    package func update(_ delegation: Messages.Delegation) throws(SQLError) -> Messages.Delegation {
        try delegationTable.update(delegation, self)
    }

    /// Removes it and tells the followers.
    package func delete(_ delegation: Messages.Delegation) throws(SQLError) {
        try delegationTable.delete(delegation, self)
    }
}

extension Messages.Delegation {
    /// `mbx_…/acc_…` or `mbx_…/grp_…`.
    package var changeID: String { mailboxId + "/" + granteeId }
}
