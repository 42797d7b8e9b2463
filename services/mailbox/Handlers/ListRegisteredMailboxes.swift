internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

extension MailboxHandler {
    /// As they are stored, with the etags that a change can send back.
    func listRegisteredMailboxes(
        _ request: ListRegisteredMailboxesRequest, _ call: Call
    ) throws(Status) -> Answer<ListRegisteredMailboxesResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let page = try Page(call, request)
            guard let organization = OrganizationID(request.organizationId), request.organizationId == reader.organizationID
            else { throw Status.notFound }
            let found = try await mailboxes.store.read {
                try $0.mailboxes(of: organization, after: page.after, limit: page.rows)
            }
            let (shown, next) = page.cut(found, \.id)
            return ListRegisteredMailboxesResponse(mailboxes: shown, nextPageToken: next)
        }
    }
}
