internal import Contract
package import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// What this service does once identity has deleted an account or a group (B3): it removes by itself, as SYSTEM, what the two
// services can only have in two databases.
//
// 1. From the instant in which the tombstone is followed nothing of it gives anything: every decision looks at the states
//    itself. So the removal is no part of the deletion's answer; it may take its time.
// 2. It is done in slices: other writes stand between two. Delegations go by a mark, all at once, and their rows behind it
//    (`MarkedDelegations`).
// 3. Inside each write it is asked once more whether identity says by now, in a view that holds, that it is deleted. Identity
//    restored from a copy, in which the account is alive, is another epoch: no view holds until its snapshot is here, and by
//    that it is not deleted. What was removed before does not come back: see ARCHITECTURE.md.
// 4. A grant whose judgement ran before the tombstone is on disk when the tombstone is told of here (`IdentityReplica`), and
//    every later one is refused: so nothing is granted behind the last slice.
// 5. Nothing depends on having been awake: see `Tombstones`.

/// A kind of rows that go with an account or a group.
struct DependentRows: Sendable {
    /// Removes some rows of the deleted, each with its event; says how many, and whether it has seen the last.
    typealias Removal = @Sendable (Mailboxes, _ deleted: Grantee, _ tx: Transaction) throws -> (removed: Int, isDone: Bool)

    let remove: Removal
    /// Whether there are any, from memory: it is asked of every tombstone at a start.
    let areLeft: @Sendable (AccessIndex, _ deleted: Grantee) -> Bool
}

extension DependentRows {
    /// All there are, in the order in which they go. Whoever stores something for an account adds it here.
    ///
    /// Not registered mailboxes: identity does not delete who owns one before it is another's (DESIGN §10.8).
    static let all = [delegations, settings]

    /// Those of its mailbox, and those to it.
    private static let delegations = DependentRows(
        remove: { mailboxes, deleted, tx in try mailboxes.removeDelegations(of: deleted, tx) },
        areLeft: { index, deleted in index.leavesDelegations(deleted) })

    /// Those of its mailbox. Signatures are no kind of their own: they have lost their access by the deletion (`SignatureEnds`).
    private static let settings = DependentRows(
        remove: { mailboxes, deleted, tx in (try mailboxes.removeSettings(of: deleted, tx), true) },
        areLeft: { index, deleted in index.hasSettings(deleted) })
}

extension Mailboxes {
    /// Removes what goes with what is deleted until the task is cancelled. `failed` hears of what is tried again.
    package func removeDependentRows(
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        failed: @escaping @Sendable (_ deleted: Grantee, _ error: any Error) -> Void
    ) async {
        await tombstones.run(pause: pause, failed: failed) { try await removeDependentRows(of: $0) }
    }

    /// Slice after slice, each a write of its own.
    func removeDependentRows(of deleted: Grantee) async throws {
        for rows in DependentRows.all {
            var inVain = 0
            while true {
                try Task.checkCancellation()
                let slice = try await store.write { tx in
                    guard own.areWhole, case .fresh = view.freshness() else { throw Status.stale }
                    return try rows.remove(self, deleted, tx)
                }.value
                if slice.isDone { break }
                // A row that somebody else removes just now is gone with the next look; else memory and disk differ.
                inVain = slice.removed == 0 ? inVain + 1 : 0
                if inVain > 1 { throw RowsNotFound(deleted: deleted) }
            }
        }
    }

    /// All at once, by marks; their rows are removed as those of any other mark.
    fileprivate func removeDelegations(of deleted: Grantee, _ tx: Transaction) throws -> (removed: Int, isDone: Bool) {
        guard index.leavesDelegations(deleted), let organization = index.organization(of: deleted) else {
            return (0, true)
        }
        var removed = try revokeAll(.grantee(deleted), in: organization, behalf: "", tx)
        if case .account(let id) = deleted {
            removed += try revokeAll(.mailbox(id.mailbox), in: organization, behalf: "", tx)
        }
        return (removed, false)
    }
}

/// The index names rows of what is deleted that the store does not have.
struct RowsNotFound: Error {
    let deleted: Grantee
}
