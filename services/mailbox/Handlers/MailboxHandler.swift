internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

/// Mailboxes as an account sees them.
struct MailboxHandler: MailboxService {
    let mailboxes: Mailboxes

    /// A registered one as it is stored: with the etag that a change can send back.
    func getMailbox(_ request: GetMailboxRequest, _ call: Call) throws(Status) -> Answer<GetMailboxResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let mailbox = try mailboxes.mailbox(try Field.mailbox(request.mailboxId, "mailbox_id"), of: reader)
            let access = try mailboxes.access(request, to: mailbox, by: reader)
            let stored = mailbox.kind == .registered ? try await mailboxes.store.read { try $0.mailbox(mailbox.id) } : nil
            return GetMailboxResponse(
                mailbox: stored ?? Messages.Mailbox(mailbox), access: access.map { Messages.AccessibleMailbox($0) })
        }
    }

    /// From memory, at once: every mailbox is there on sign-in without another step (D15).
    func listMailboxes(
        _ request: ListMailboxesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxesResponse> {
        let account = try Field.account(request.accountId, "account_id")
        let page = try Page(call, request)
        try mailboxes.ready(call)
        let found = mailboxes.index.accessible(
            to: account, after: page.after.isEmpty ? nil : try Field.mailbox(page.after, "page_token"),
            limit: page.rows, at: mailboxes.clock())
        guard let found else { throw .notFound }
        let (shown, next) = page.fill(found, \.mailbox.id.text) { Messages.AccessibleMailbox($0) }
        return .now(ListMailboxesResponse(mailboxes: shown, nextPageToken: next))
    }
}

extension Mailboxes {
    /// What the reader can do in it, or the account that the request names. Who reads because it uses the mailbox itself learns
    /// nothing of others.
    fileprivate func access(
        _ request: GetMailboxRequest, to mailbox: MailboxDomain.Mailbox, by reader: AuthorizedAccount
    ) throws(Status) -> MailboxDomain.AccessibleMailbox? {
        let isOwn = request.accountId.isEmpty || request.accountId == reader.accountID
        if !isOwn, let lacking = reader.lacking { throw lacking }
        let account = try Field.account(isOwn ? reader.accountID : request.accountId, "account_id")
        let access = index.accessible(to: account, in: mailbox.id, at: clock())
        if access == nil, !isOwn { throw .notFound }
        return access?.first
    }

    /// A mailbox of the account's organization. Another organization's is not found either (D28). Call `ready` before.
    func mailbox(_ id: MailboxID, of account: AuthorizedAccount) throws(Status) -> MailboxDomain.Mailbox {
        guard let mailbox = index.mailbox(id), mailbox.organization.text == account.organizationID else {
            throw .notFound
        }
        return mailbox
    }
}
