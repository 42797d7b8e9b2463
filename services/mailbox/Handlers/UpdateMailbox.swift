internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

extension MailboxHandler {
    /// A registered mailbox's own name: whoever sets it up may give it another, and administrators of accounts.
    func updateMailbox(_ request: UpdateMailboxRequest, _ call: Call) throws(Status) -> Answer<UpdateMailboxResponse> {
        let wanted = request.mailbox ?? Messages.Mailbox()
        let id = try Field.mailbox(wanted.id, "mailbox.id")
        let paths = request.updateMask?.paths ?? []
        if paths.isEmpty { throw .missing("update_mask") }
        guard paths.allSatisfy({ $0 == "display_name" }) else {
            throw .invalid("update_mask", "only display_name can be changed")
        }
        if wanted.displayName.isEmpty { throw .missing("mailbox.display_name") }
        return mailboxes.changing(request, call, needsView: true) { [mailboxes] write, account in
            let before = try write.changing(mailboxes.registered(id, of: account, write.tx, call))
            try Selectors(chosen: "mailbox.id")
                .expect("mailbox.organization_id", wanted.organizationId, is: before.organizationId)
            var after = before
            after.displayName = wanted.displayName
            if write.differences(before, after).isEmpty { return UpdateMailboxResponse(mailbox: before, unchanged: true) }
            after = try write.tx.update(after)
            try write.report(before, after)
            return UpdateMailboxResponse(mailbox: after)
        }
    }
}
