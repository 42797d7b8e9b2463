extension Store {
    /// Like `write`, for what nobody follows and no event tells of: it takes no position, and must record nothing.
    package func housekeep<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await submit(takesPosition: false, body).value
    }

    /// Returns when every write whose body has run until now is over: on disk and seen by the hooks, or failed.
    ///
    /// A group that failed is over as well, so this can neither fail nor be refused: it goes on with a full disk, behind
    /// any number of waiting writes and after `close`. Bodies that run later find whatever the caller did before.
    package func settled() async { await turn.over() }
}
