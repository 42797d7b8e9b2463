internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension MailboxHandler {
    /// The row goes, and every delegation of the mailbox by one mark, however many they are (DESIGN §10.11). The address is
    /// released behind it: what is to be released is kept in the same write, and is found at the next start if need be.
    ///
    /// Identity second: released first, the address could be another's while the mailbox still is there. Needs no fresh view,
    /// as a revocation.
    func unregisterMailbox(
        _ request: UnregisterMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<UnregisterMailboxResponse> {
        .later { [mailboxes] in
            try await answering {
                let id = try Field.mailbox(request.mailboxId, "mailbox_id")
                let mutation = Mutation<UnregisterMailboxResponse>(call, request)
                return try await mailboxes.mutator.refusing(call, mutation.access, { mutation.occurrence }) {
                    try await mailboxes.givingAway(mutation) { try await mailboxes.unregister(id, mutation) }
                }
            }
        }
    }
}

extension Mailboxes {
    fileprivate func unregister(
        _ id: MailboxID, _ mutation: Mutation<UnregisterMailboxResponse>
    ) async throws -> UnregisterMailboxResponse {
        defer { addresses.looks.add(.pending) }
        return try await administer(mutation, needsView: false) { write, account in
            let mailbox = try write.changing(registered(id, of: account, write.tx, mutation.call))
            try judgeOwner(of: mailbox, account, mutation.access)
            try remove(mailbox, id, by: account, write)
            return UnregisterMailboxResponse(mailbox: mailbox)
        }
    }

    private func remove(
        _ mailbox: Messages.Mailbox, _ id: MailboxID, by account: AuthorizedAccount, _ write: Write
    ) throws {
        guard let organization = OrganizationID(mailbox.organizationId) else { throw Status.notFound }
        try write.tx.delete(mailbox)
        try write.tx.insert(PendingAddress(mailbox: id))
        _ = try revokeAll(.mailbox(id), in: organization, behalf: account.accountID, write.tx)
        try write.report(mailbox, nil) { $0.tell(mailbox, nil) }
        try removeSettings(of: id, takesAway: true, write.tx)
    }
}
