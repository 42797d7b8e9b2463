internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// How the row of a signature goes that has lost its access (D13), as SYSTEM, each with its event. What one revocation ends goes
// in its own write; the rest is removed behind it, from memory (`SignatureKeys`): a slice a write.
//
// Why a new grant does not bring an old text back:
// 1. A loss is noted in memory as soon as it is known, and stays noted until the row is gone: nobody is shown the text
//    meanwhile, whoever is given access again.
// 2. That memory is lost with the process. So the write of a grant judges what it may concern first: what nothing reached
//    before is noted, and its rows go in that same write, `signaturesAtOnceMax` of them. What a revocation took from more, and
//    a grant gave back to a group before the sweep was through, can come back if the process dies between the two.
// 3. Who left a group and came back while this process was not there has been in it all along, for all it can know.

extension Mailboxes {
    /// Rows of one write: each can have an event of as much as the texts.
    static let signaturesAtOnceMax = 16

    /// Removes what is lost until the task is cancelled. `failed` hears of what is tried again.
    package func removeLostSignatures(
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        failed: @escaping @Sendable (any Error) -> Void
    ) async {
        var retry = Backoff()
        for await _ in signatures.keys.noted {
            while !Task.isCancelled {
                do {
                    try await removeLostSignatures()
                    retry.reset()
                    break
                } catch {
                    if Task.isCancelled { return }
                    // A view that is too old is none of ours to tell of, and comes back by itself.
                    if (error as? Status)?.reason != .stale { failed(error) }
                    try? await pause(retry.next())
                }
            }
        }
    }

    /// Slice after slice, each a write of its own. What was doubted is judged first, in a view that holds.
    func removeLostSignatures() async throws {
        guard own.areWhole, view.isFresh else { throw Status.stale }
        signatures.keys.settleDoubts { signatures.isReached($0) }
        while true {
            try Task.checkCancellation()
            let slice = signatures.keys.lost(limit: Self.signaturesAtOnceMax)
            if slice.isEmpty { return }
            _ = try await store.write { tx in
                // It gives nothing any more: where the outbox is full the last room is for what still does.
                for lost in slice { try removeLost(lost.key, lost.organization, takesAway: false, tx) }
            }
        }
    }

    /// Behind a delegation that this write takes away, or leaves without a right: what is reached by nothing else goes with it.
    /// Of a group's there can be many; those beyond the first are noted behind the commit, and removed like all others.
    func removeSignatures(with delegation: Messages.Delegation, _ tx: Transaction) throws {
        guard view.isFresh, let mailbox = MailboxID(delegation.mailboxId), let grantee = Grantee(delegation.granteeId),
            let organization = OrganizationID(delegation.organizationId)
        else { return }
        let keys: [SignatureKeys.Key] =
            switch grantee {
            case .account(let account): [SignatureKeys.Key(account: account, mailbox: mailbox)]
            case .group: signatures.keys.keys(of: mailbox, in: organization, limit: Self.signaturesAtOnceMax)
            }
        for key in keys where !signatures.isReached(key, without: grantee) {
            try remove(key, organization, takesAway: true, tx)
        }
    }

    /// Before a delegation is given: what nothing has reached until now does not come back with it.
    func removeSignatures(before delegation: Messages.Delegation, _ tx: Transaction) throws {
        guard let mailbox = MailboxID(delegation.mailboxId), let grantee = Grantee(delegation.granteeId),
            let organization = OrganizationID(delegation.organizationId)
        else { return }
        try removeSignatures(beforeAccessTo: mailbox, for: grantee, in: organization, tx)
    }

    /// The same before somebody comes to own the mailbox.
    func removeSignatures(
        beforeAccessTo mailbox: MailboxID, for grantee: Grantee, in organization: OrganizationID, _ tx: Transaction
    ) throws {
        guard view.isFresh else { return }
        signatures.judge(.delegation(of: mailbox, to: grantee), in: organization, isKnown: true)
        for key in signatures.keys.lost(of: mailbox, limit: Self.signaturesAtOnceMax) {
            try removeLost(key, organization, takesAway: false, tx)
        }
    }

    private func removeLost(
        _ key: SignatureKeys.Key, _ organization: OrganizationID, takesAway: Bool, _ tx: Transaction
    ) throws {
        // It may have been set anew meanwhile.
        guard signatures.keys.isLost(key) else { return }
        try remove(key, organization, takesAway: takesAway, tx)
    }

    /// Removes one that may not be there.
    func remove(
        _ key: SignatureKeys.Key, _ organization: OrganizationID, takesAway: Bool, _ tx: Transaction
    ) throws {
        tx.afterCommit { [keys = signatures.keys] in keys.remove(key, in: organization) }
        guard let signature = try tx.signature(key) else { return }
        let target = EventTarget(
            id: signature.accountId, resourceType: "signature", mailboxId: signature.mailboxId, subjectId: signature.accountId)
        try mutator.perform(SystemChange(.signatureRemoved, target, takesAway: takesAway), in: tx) { write in
            try tx.delete(signature)
            try write.report(signature, nil)
        }
    }
}
