internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

extension MailboxHandler {
    /// From memory, at once. A page may end within a mailbox that has many aliases, so its token names mailbox and alias.
    func listSenderIdentities(
        _ request: ListSenderIdentitiesRequest, _ call: Call
    ) throws(Status) -> Answer<ListSenderIdentitiesResponse> {
        let account: IDOrAddress<AccountID>
        switch request.account {
        case .accountId(let id): account = .id(try Field.account(id, "account_id"))
        case .accountAddress(let address): account = .address(AddressKey(address))
        case nil: throw .missing("account")
        }
        let page = try Page(call, request)
        let after = try page.after.isEmpty ? nil : SenderIdentity.Place(key: page.after)
        try mailboxes.ready(call)
        let found = mailboxes.index.senderIdentities(of: account, after: after, limit: page.rows, at: mailboxes.clock())
        guard let found else { throw .notFound }
        let (shown, next) = page.fill(found, \.place.key) { Messages.SenderIdentity($0) }
        return .now(ListSenderIdentitiesResponse(identities: shown, nextPageToken: next))
    }
}

extension MailboxDomain.SenderIdentity.Place {
    /// As a page token has it: the mailbox's id, `/`, and the alias, in which another may stand.
    fileprivate var key: String { "\(mailbox.text)/\(alias)" }

    fileprivate init(key: String) throws(Status) {
        let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .invalid("page_token", "it is of no page") }
        self.init(mailbox: try Field.mailbox(String(parts[0]), "page_token"), alias: String(parts[1]))
    }
}

extension Messages.SenderIdentity {
    fileprivate init(_ identity: MailboxDomain.SenderIdentity) {
        self.init(
            address: identity.address, primary: identity.isPrimary, mailboxId: identity.place.mailbox.text,
            mailboxKind: MailboxKind(identity.kind), owner: identity.owner,
            delegationId: identity.decision.delegation?.text ?? "",
            displayedSender: Messages.SenderDisplay(identity.decision.sender), displayedName: identity.decision.senderName)
    }
}
