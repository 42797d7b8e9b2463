internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension DelegationHandler {
    /// Plain: every delegation of the mailbox, whatever its times, by grantee. Flattened: every account that one of them
    /// lets do something now, by account, then delegation (D24).
    func listDelegates(
        _ request: ListDelegatesRequest, _ call: Call
    ) throws(Status) -> Answer<ListDelegatesResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let page = try Page(call, request)
            let mailbox = try mailboxes.mailbox(try Field.mailbox(request.mailboxId, "mailbox_id"), of: reader)
            return request.flatten
                ? try await mailboxes.ways(to: mailbox, page) : try await mailboxes.delegations(of: mailbox, page)
        }
    }
}

extension Mailboxes {
    fileprivate func delegations(
        of mailbox: MailboxDomain.Mailbox, _ page: Page
    ) async throws -> ListDelegatesResponse {
        let found = try await store.read {
            try $0.delegations(of: mailbox.id, after: page.after, limit: page.rows)
        }
        let (shown, next) = page.fill(found, \.granteeId) { delegation in
            Delegate(delegation: delegation, accountId: AccountID(delegation.granteeId) == nil ? "" : delegation.granteeId)
        }
        return ListDelegatesResponse(delegates: shown, nextPageToken: next)
    }

    /// The ways are the index's, the delegations the store's: one revoked between the two is left out.
    fileprivate func ways(
        to mailbox: MailboxDomain.Mailbox, _ page: Page
    ) async throws -> ListDelegatesResponse {
        let all = index.ways(to: mailbox.id, at: clock())
        // Ids of one kind are ordered as their texts are.
        let behind = all.drop { way in way.key <= page.after && !page.after.isEmpty }
        let (shown, next) = try await store.read { connection in
            var read: [DelegationID: Messages.Delegation?] = [:]
            return try page.fill(behind, \.key) { way in
                let delegation = try read[way.delegation] ?? connection.delegation(way.delegation)
                read.updateValue(delegation, forKey: way.delegation)
                return delegation.map { Delegate(way, $0) }
            }
        }
        return ListDelegatesResponse(delegates: shown, nextPageToken: next)
    }
}

extension Delegate {
    fileprivate init(_ way: Way, _ delegation: Messages.Delegation) {
        self.init(
            delegation: delegation, accountId: way.account.text,
            throughGroupIds: way.through.prefix(Named.max).map(\.text), throughGroupCount: Int32(way.through.count))
    }
}

extension Way {
    fileprivate var key: String { account.text + "/" + delegation.text }
}
