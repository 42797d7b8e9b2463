package import Contract
internal import SQL

// A mutation that is too large for one transaction: parts of it go before, each a write of its own, and `perform` ends it.

extension Mutator {
    /// Whether the mutation's request id has been answered: `perform` answers it again, and no part is to run before.
    package func isAnswered<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, account: AuthorizedAccount
    ) async throws -> Bool {
        let (who, id) = (requester(mutation.call, account: account), mutation.occurrence.requestID)
        return try await store.read { try $0.hasRun(caller: who, requestID: id) }
    }

    /// Runs a part: in one transaction with its events, without the request id. So the mutation must be one that can be made
    /// again when it was cut off, and goes on. Followers are waited for at its end alone.
    ///
    /// `body` may find that there is nothing left to do, and then says nothing.
    package func performPart<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, account: AuthorizedAccount, _ body: @escaping @Sendable (Write) throws -> Void
    ) async throws {
        precondition(!mutation.occurrence.validateOnly, "what is only tried out has no parts")
        let (draft, newID, secrets) = (draft(mutation, account), self.newID, self.secrets)
        let (priority, path) = (mutation.priority, mutation.call.method.path)
        _ = try await store.write { tx in
            let write = Write(
                tx: tx, draft: draft, newID: newID, secrets: secrets, validateOnly: false, priority: priority, seen: nil)
            try body(write)
            if write.reported.first == nil, tx.changeCount > 0 { throw UnreportedChange(what: path) }
        }
    }
}
