internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

/// Mailboxes as an account sees them.
struct MailboxHandler: MailboxService {
    let mailboxes: Mailboxes

    func getMailbox(_ request: GetMailboxRequest, _ call: Call) throws(Status) -> Answer<GetMailboxResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let mailbox = try mailboxes.mailbox(try Field.mailbox(request.mailboxId, "mailbox_id"), of: reader)
            return GetMailboxResponse(mailbox: Messages.Mailbox(mailbox))
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
    /// A mailbox of the account's organization. Another organization's is not found either (D28). Call `ready` before.
    func mailbox(_ id: MailboxID, of account: AuthorizedAccount) throws(Status) -> MailboxDomain.Mailbox {
        guard let mailbox = index.mailbox(id), mailbox.organization.text == account.organizationID else {
            throw .notFound
        }
        return mailbox
    }
}
