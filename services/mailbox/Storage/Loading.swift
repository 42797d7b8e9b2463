package import MailboxDomain
internal import Messages
package import SQL

extension Connection {
    /// Streams every registered mailbox, what is set of mailboxes, then every delegation, in batches of one organization each,
    /// in no particular order.
    ///
    /// Throws `.corrupt` for an id that is none, which no program of ours has written.
    package func eachBatch(of size: Int = 4096, _ body: (OrganizationID, [OwnChange]) -> Void) throws(SQLError) {
        try mailboxTable.each(self) { mailbox throws(SQLError) in
            guard let organization = OrganizationID(mailbox.organizationId), let registered = RegisteredMailbox(mailbox)
            else { throw SQLError(.corrupt, "a mailbox has an id that is none: restore a backup") }
            body(organization, [.registered(registered)])
        }
        try eachSettings { body($0, [.settings($1, $2)]) }
        try eachDelegation(inBatchesOf: size, body)
    }

    /// At the start a million of these are read in about a second: only what decides is read, and a batch keeps the
    /// organization's lock short.
    private func eachDelegation(
        inBatchesOf size: Int, _ body: (OrganizationID, [OwnChange]) -> Void
    ) throws(SQLError) {
        var batches: [OrganizationID: [OwnChange]] = [:]
        var last: (text: String, id: OrganizationID)?
        try each(
            """
            SELECT organization_id, id, mailbox_id, grantee_id, rights, start_time, expire_time, displayed_sender, frozen, folders
            FROM unmarked_delegations
            """, []
        ) { (row: any Row) throws(SQLError) -> Bool in
            let text = row.text(0)
            if last?.text != text { last = OrganizationID(text).map { (text, $0) } }
            guard let organization = last?.id, let id = DelegationID(row.text(1)),
                let mailbox = MailboxID(row.text(2)), let grantee = Grantee(row.text(3))
            else { throw SQLError(.corrupt, "a delegation has an id that is none: restore a backup") }
            let display = Messages.SenderDisplay(rawValue: Int32(truncatingIfNeeded: row.integer(7)))
            let delegation = Delegation(
                id: id, mailbox: mailbox, grantee: grantee,
                rights: Rights(rawValue: UInt8(truncatingIfNeeded: row.integer(4))),
                window: Window(startTime: row.optionalInteger(5), expireTime: row.optionalInteger(6)),
                sender: SenderDisplay(display), folders: try folders(row.text(9)), frozen: row.bool(8))
            batches[organization, default: []].append(.put(delegation))
            if let full = batches[organization], full.count >= size {
                body(organization, full)
                batches[organization]?.removeAll(keepingCapacity: true)
            }
            return true
        }
        for (organization, rest) in batches where !rest.isEmpty { body(organization, rest) }
    }

    private func folders(_ text: String) throws(SQLError) -> [FolderGrant] {
        if text.isEmpty { return [] }
        do throws(BrokenFolder) { return try FolderLists(stored: text).grants() } catch {
            throw SQLError(.corrupt, "a delegation is limited to a folder that is none: restore a backup")
        }
    }
}
