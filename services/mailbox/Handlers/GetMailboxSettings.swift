internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

extension MailboxHandler {
    /// What is set is the store's, what holds is the index's.
    func getMailboxSettings(
        _ request: GetMailboxSettingsRequest, _ call: Call
    ) throws(Status) -> Answer<GetMailboxSettingsResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let mailbox = try mailboxes.mailbox(try Field.mailbox(request.mailboxId, "mailbox_id"), of: reader)
            let stored = try await mailboxes.store.read { try $0.settings(of: mailbox.id) }
            let (shared, sender) = mailboxes.index.holding(of: mailbox.id)
            return GetMailboxSettingsResponse(
                mailboxSettings: stored ?? .begun(mailbox.id, in: mailbox.organization), shared: shared,
                effectiveDisplayedSender: Messages.SenderDisplay(sender))
        }
    }
}
