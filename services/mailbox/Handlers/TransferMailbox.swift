internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// A registered mailbox becomes another account's (D8). Identity first, then the row, which decides:
//
// 1. Cut off between the two, identity keeps the new owner from being deleted, and not the old one, who still has the mailbox:
//    nobody has been answered. A repetition goes on; else the comparison tells identity of the row's owner again. If that one
//    is gone by then, the mailbox is suspended as its owner is, and an administrator gives it to somebody or takes it away.
// 2. The other way round, the row first, somebody would own a mailbox whom identity deletes at the same moment, or has refused:
//    the answer would be a refusal, and the change be there.
// 3. When it has answered no follower takes the old owner for it (D17): the row is told as every change is.

extension MailboxHandler {
    func transferMailbox(_ request: TransferMailboxRequest, _ call: Call) throws(Status) -> Answer<TransferMailboxResponse> {
        .later { [mailboxes] in
            try await answering {
                let mutation = Mutation<TransferMailboxResponse>(call, request)
                return try await mailboxes.mutator.refusing(call, mutation.access, { mutation.occurrence }) {
                    try await mailboxes.givingAway(mutation) { try await mailboxes.transfer(request, mutation) }
                }
            }
        }
    }
}

extension Mailboxes {
    fileprivate func transfer(
        _ request: TransferMailboxRequest, _ mutation: Mutation<TransferMailboxResponse>
    ) async throws -> TransferMailboxResponse {
        let mailbox = try Field.mailbox(request.mailboxId, "mailbox_id")
        let owner = try Field.account(request.ownerId, "owner_id")
        let account = try await authorize(mutation.call, mutation.access, mutation.occurrence).account
        let use = addresses.uses.use()
        defer { use.end() }
        // One at a time: two that tell identity in one order and write in the other would leave it with another owner.
        try addresses.begin(use, mailbox, alone: true)
        do {
            if try await !mutator.isAnswered(mutation, account: account) {
                try await tellIdentity(mailbox, owner, account, request, mutation)
            }
            return try await administer(mutation, needsView: true) { write, account in
                let before = try write.changing(registered(mailbox, of: account, write.tx, mutation.call))
                try judgeOwner(of: before, account, mutation.access)
                if before.ownerId == owner.text { return TransferMailboxResponse(mailbox: before, unchanged: true) }
                // Identity has judged it for the claim, and may have told of something else since.
                if let organization = OrganizationID(account.organizationID) { try index.judgeOwner(owner, of: organization) }
                return TransferMailboxResponse(mailbox: try give(before, to: owner, write))
            }
        } catch {
            if request.validateOnly { throw error }
            use.end()
            addresses.looks.add(.all)
            throw error
        }
    }

    /// Asks identity, once it is clear that the write would go through as things stand.
    private func tellIdentity(
        _ mailbox: MailboxID, _ owner: AccountID, _ account: AuthorizedAccount, _ request: TransferMailboxRequest,
        _ mutation: Mutation<TransferMailboxResponse>
    ) async throws {
        try ready(mutation.call)
        let before = try await store.read { try registered(mailbox, of: account, $0, mutation.call) }
        if !request.etag.isEmpty, request.etag != before.etag { throw ETagMismatch(current: before.etag) }
        try judgeOwner(of: before, account, mutation.access)
        if before.ownerId == owner.text { return }
        guard let organization = OrganizationID(account.organizationID) else { throw Status.notFound }
        try index.judgeOwner(owner, of: organization)
        try await addresses.claim(
            mailbox, before.address, for: owner, by: account, why: request.justification,
            validateOnly: request.validateOnly, mutation.call)
        CrashPoint.reach(.mailboxGiven)
    }

    /// What the new owner was granted goes in the same write: an owner needs no grant, and could be given none.
    func give(
        _ before: Messages.Mailbox, to owner: AccountID, _ write: Write
    ) throws -> Messages.Mailbox {
        if let mailbox = MailboxID(before.id), let organization = OrganizationID(before.organizationId) {
            try removeSignatures(beforeAccessTo: mailbox, for: .account(owner), in: organization, write.tx)
        }
        var after = before
        after.ownerId = owner.text
        after = try write.tx.update(after)
        try write.report(before, after) { $0.tell(before, after) }
        guard let mailbox = MailboxID(before.id),
            let delegation = try write.tx.delegation(of: mailbox, to: .account(owner))
        else { return after }
        try write.tx.delete(delegation)
        try moveTimes(of: delegation, from: delegation.window, to: .always, write.tx)
        try write.report(delegation, nil) { event in
            event.action = .delegationRevoked
            event.target = EventTarget(
                id: delegation.id, resourceType: "delegation", mailboxId: delegation.mailboxId,
                subjectId: delegation.granteeId)
        }
        return after
    }
}
