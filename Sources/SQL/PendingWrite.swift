/// A write that waits for the writer thread.
struct PendingWrite: Sendable {
    /// Called with the write's position once it is durable.
    typealias Answer = @Sendable (Int64) -> Void

    /// False for the store's own housekeeping, which changes nothing that anybody follows.
    let takesPosition: Bool
    let run: @Sendable (Transaction) throws -> Answer
    let fail: @Sendable (any Error) -> Void
}

/// A read that waits for a reader thread.
struct PendingRead: Sendable {
    /// Returns how to answer, once the snapshot is given up.
    let run: @Sendable (any Session) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void

    /// One snapshot for the whole body.
    func perform(_ session: any Session) {
        do {
            // Left over only where an earlier rollback failed.
            if session.isInTransaction { try session.rollback() }
            try session.begin()
            let outcome = Result { try run(session) }
            // An engine that failed may have ended it by itself.
            if session.isInTransaction { try session.rollback() }
            try outcome.get()()
        } catch {
            fail(error)
        }
    }
}
