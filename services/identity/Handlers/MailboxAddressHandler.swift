internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Addresses of registered mailboxes, for mailbox: it keeps the mailboxes, and every address of the installation is kept here
/// once (B5). Who may have asked for it mailbox has judged; what is judged here are address and owner.
struct MailboxAddressHandler: MailboxAddressService {
    let identity: Identity

    /// Once for a mailbox, however often it is called: mailbox calls it again after whatever has cut it off. So what is there
    /// already is not judged again, though its owner may be suspended by now.
    func claimMailboxAddress(
        _ request: ClaimMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ClaimMailboxAddressResponse> {
        serving(request, call) { [identity] write in
            let before = try write.tx.mailboxAddress(ofMailbox: request.mailboxId)
            if let before, EmailAddress.key(before.address) != EmailAddress.key(request.address) {
                throw Refusal.taken("mailbox_id")
            }
            if let before, before.ownerId == request.ownerId {
                return ClaimMailboxAddressResponse(mailboxAddress: before, unchanged: true)
            }
            let after = try before.map { try identity.give($0, to: request.ownerId, write) } ?? identity.claim(request, write)
            try write.report(before, after) { $0.behalf = [EventBehalf(accountId: request.requestedBy)] }
            return ClaimMailboxAddressResponse(mailboxAddress: after)
        }
    }

    func releaseMailboxAddress(
        _ request: ReleaseMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ReleaseMailboxAddressResponse> {
        serving(request, call) { write in
            guard let before = try write.tx.mailboxAddress(ofMailbox: request.mailboxId) else {
                return ReleaseMailboxAddressResponse(unchanged: true)
            }
            try write.tx.delete(before)
            try write.report(before, nil) { $0.target?.subjectId = before.ownerId }
            return ReleaseMailboxAddressResponse(mailboxAddress: before)
        }
    }

    func listMailboxAddresses(
        _ request: ListMailboxAddressesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxAddressesResponse> {
        .later { [identity] in
            try await answering {
                let page = try Page(call, request)
                let found = try await identity.store.read {
                    try $0.mailboxAddresses(after: page.after, limit: page.rows)
                }
                let (shown, next) = page.cut(found, \.mailboxId)
                return ListMailboxAddressesResponse(mailboxAddresses: shown, nextPageToken: next)
            }
        }
    }

    /// A change by a service of its own: it is the actor.
    private func serving<Request: ChangeRequest, Changed: ChangeAnswer>(
        _ request: Request, _ call: Call, _ body: @escaping @Sendable (Write) throws -> Changed
    ) -> Answer<Changed> {
        .later { [identity] in
            try await answering { try await identity.mutator.perform(Mutation<Changed>(call, request), body) }
        }
    }
}

extension Identity {
    fileprivate func claim(_ request: ClaimMailboxAddressRequest, _ write: Write) throws -> MailboxAddress {
        let address = try EmailAddress(request.address, field: "address")
        let owner = try mailboxOwner(request.ownerId, write)
        try judge(address, for: OrganizationID(owner.organizationId), field: "address", write.tx)
        let claimed = MailboxAddress(
            mailboxId: request.mailboxId, organizationId: owner.organizationId, ownerId: owner.id, address: address.text)
        try write.tx.insert(claimed)
        return claimed
    }

    fileprivate func give(_ address: MailboxAddress, to owner: String, _ write: Write) throws -> MailboxAddress {
        // Another organization's is not found either (D28).
        let owner = try Optional(mailboxOwner(owner, write)).found(in: address.organizationId)
        var given = address
        given.ownerId = owner.id
        try write.tx.update(given)
        return given
    }

    private func mailboxOwner(_ id: String, _ write: Write) throws -> Account {
        guard let owner = try write.tx.account(AccountID(id)) else { throw Refusal.notFound }
        try write.tx.standing(of: owner).mayOwnMailboxes()
        return owner
    }
}
