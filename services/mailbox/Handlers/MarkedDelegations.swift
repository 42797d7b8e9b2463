internal import Contract
internal import MailboxDomain
package import MailboxStorage
internal import Messages
internal import Mutations
internal import SQL

// The rows of delegations that were revoked all at once: they are in no decision, list or feed any more (`DelegationMark`), and
// are removed behind that, as SYSTEM.
//
// 1. In slices, each a write with an event for each row: other writes stand between two.
// 2. A mark goes in the write that finds no more rows of it. So what was cut off, by kill -9 or a full outbox, goes on where it
//    was; each row goes once, with one event.
// 3. Nothing depends on having been awake: what marks there are is read at each start, also from a restored copy.
// 4. A row is found by its mark, and not by what it says: what is granted anew meanwhile is later than the mark and stays.

extension Mailboxes {
    /// Rows of one write.
    static let removedAtOnceMax = 64

    /// Removes what marks have taken away until the task is cancelled. `failed` hears of what is tried again.
    package func removeMarkedDelegations(
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        failed: @escaping @Sendable (DelegationMark, any Error) -> Void
    ) async {
        await marks.run(pause: pause, failed: failed) { try await removeDelegations(takenBy: $0) }
    }

    /// Slice after slice, each a write of its own.
    func removeDelegations(takenBy mark: DelegationMark) async throws {
        var key = ""
        while let last = try await removeSome(takenBy: mark, after: key) {
            try Task.checkCancellation()
            key = last
        }
    }

    /// The key of the last; nil when there are no more and the mark is gone.
    private func removeSome(takenBy mark: DelegationMark, after key: String) async throws -> String? {
        try await store.write { tx in
            let rows = try tx.delegations(takenBy: mark, after: key, limit: Self.removedAtOnceMax)
            for row in rows { try removeBySystem(row, behalf: mark.behalf, tx) }
            if rows.count == Self.removedAtOnceMax, let last = rows.last { return mark.key(of: last) }
            try tx.remove(mark)
            return nil
        }.value
    }

    /// Stores a new delegation. Where the row of an old one that a mark has taken away is still there, that goes first.
    func insert(_ delegation: Messages.Delegation, _ tx: Transaction) throws -> Messages.Delegation {
        if let mailbox = MailboxID(delegation.mailboxId), let grantee = Grantee(delegation.granteeId),
            let old = try tx.markedDelegation(of: mailbox, to: grantee)
        {
            try removeBySystem(old.row, behalf: old.behalf, tx)
        }
        return try tx.insert(delegation)
    }

    /// It gives nothing any more: where the outbox is full the last room is for what still does.
    private func removeBySystem(_ delegation: Messages.Delegation, behalf: String, _ tx: Transaction) throws {
        let target = EventTarget(
            id: delegation.id, resourceType: "delegation", mailboxId: delegation.mailboxId, subjectId: delegation.granteeId)
        try mutator.perform(
            SystemChange(.delegationRemoved, target, behalf: behalf, takesAway: false), in: tx
        ) { write in
            try tx.delete(delegation)
            try moveTimes(of: delegation, from: delegation.window, to: .always, tx)
            try write.report(delegation, nil)
        }
    }
}
