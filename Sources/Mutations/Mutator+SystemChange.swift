package import SQL

extension Mutator {
    /// Runs a change of the service's own as a write of its own, and returns when no follower can decide on the state before.
    ///
    /// `body` does it and tells the log. It may find that there is nothing left to do, and then says nothing.
    package func perform<T: Sendable>(
        _ change: SystemChange, _ body: @escaping @Sendable (Write) throws -> T
    ) async throws -> T {
        let written = try await store.write { tx in try perform(change, in: tx, body) }
        await acknowledged(written.position)
        return written.value
    }

    /// The same as a part of a write under way: of what is due, or of a call that meets something that is over. What it
    /// throws undoes what stands around it, unless that is `Transaction.nested`.
    package func perform<T>(_ change: SystemChange, in tx: Transaction, _ body: (Write) throws -> T) throws -> T {
        let write = Write(
            tx: tx, draft: events.draft(change), newID: newID, secrets: secrets, validateOnly: false,
            priority: change.priority, seen: nil)
        let changesBefore = tx.changeCount
        let value = try body(write)
        if write.reported.first == nil, tx.changeCount > changesBefore { throw UnreportedChange(what: change.action.name) }
        return value
    }
}
