extension Store {
    /// Like `write`, for what nobody follows and no event tells of: it takes no position, and must record nothing.
    package func housekeep<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await submit(takesPosition: false, body).value
    }

    /// Returns when every write whose body has run until now is on disk or has failed.
    package func settled() async throws {
        // The writer takes one group after the other, and answers behind the commit.
        try await housekeep { _ in }
    }
}
