/// One write, inside its body: statements, changes for followers, events for the log.
///
/// Changes and events are kept in memory and written when the body has returned, and what is to be done behind the commit
/// is kept too, so a part undone by `nested` leaves no trace and no number.
package final class Transaction: Connection {
    /// Microseconds UTC, the same for the whole write.
    package let now: Int64
    /// The position this write takes if it changes anything.
    package let position: Int64

    private let session: any Session
    private let takesPosition: Bool
    private let outboxEventsMax: Int
    private let changedRowsBefore: Int64
    /// What the store's state becomes. Housekeeping changes it directly.
    var draft: StoreState
    private(set) var changes: [ChangeRecord] = []
    private var events: [[UInt8]] = []
    private(set) var actions: [@Sendable () -> Void] = []
    /// Set when the engine has ended the transaction under us, and when the write is over: no statement may run then,
    /// for it would commit by itself.
    private(set) var lost: SQLError?

    init(
        session: any Session, state: StoreState, now: Int64, takesPosition: Bool, outboxEventsMax: Int
    ) {
        self.session = session
        self.now = now
        self.takesPosition = takesPosition
        self.outboxEventsMax = outboxEventsMax
        draft = state
        position = state.position + 1
        changedRowsBefore = session.changedRows
    }

    @discardableResult
    package func run(_ sql: String, _ values: [Value]) throws(SQLError) -> Int {
        try watched { () throws(SQLError) -> Int in try session.run(sql, values) }
    }

    package func each(
        _ sql: String, _ values: [Value], _ body: (any Row) throws(SQLError) -> Bool
    ) throws(SQLError) {
        try watched { () throws(SQLError) in try session.each(sql, values, body) }
    }

    /// Appends to the change log at this write's position.
    package func record(_ change: ChangeRecord) {
        changes.append(change)
    }

    /// How many changes this write has recorded so far.
    package var changeCount: Int { changes.count }

    /// Appends to the outbox and returns the event's sequence: 1, 2, 3 … without a hole.
    @discardableResult
    package func event(_ bytes: [UInt8], _ priority: OutboxPriority = .change) throws(OutboxFull) -> Int64 {
        guard draft.outboxLength + events.count < priority.eventsMax(of: outboxEventsMax) else {
            throw OutboxFull(priority)
        }
        events.append(bytes)
        return draft.outboxNext + Int64(events.count) - 1
    }

    /// Done on the writer thread when this write is on disk, at the end of `CommitPhase.view`: for what the service keeps in
    /// memory and no follower learns. Be quick.
    package func afterCommit(_ action: @escaping @Sendable () -> Void) {
        actions.append(action)
    }

    /// A part that may fail alone: if `body` throws, what it did is undone, and the write goes on.
    package func nested<T>(_ body: () throws -> T) throws -> T {
        let (changesBefore, eventsBefore, actionsBefore) = (changes.count, events.count, actions.count)
        try watched { () throws(SQLError) in try session.savepoint() }
        do {
            let value = try body()
            try watched { () throws(SQLError) in try session.release() }
            return value
        } catch {
            changes.removeSubrange(changesBefore...)
            events.removeSubrange(eventsBefore...)
            actions.removeSubrange(actionsBefore...)
            try watched { () throws(SQLError) in try session.rollbackToSavepoint() }
            throw error
        }
    }

    /// See `Session.giveBackPages`.
    func giveBackPages(keeping kept: Int) throws(SQLError) -> Int {
        try watched { () throws(SQLError) -> Int in try session.giveBackPages(keeping: kept) }
    }

    /// Writes down what was recorded; returns the state the store is to have.
    func finish() throws(SQLError) -> StoreState {
        if let lost { throw lost }
        let recorded = !changes.isEmpty || !events.isEmpty
        precondition(takesPosition || !recorded, "housekeeping records nothing")
        if takesPosition && (recorded || session.changedRows != changedRowsBefore) {
            draft.position = position
        }
        for (ordinal, change) in changes.enumerated() {
            try run(
                """
                INSERT INTO change_log (position, ordinal, organization, id, type, value, deleted, cascade)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(position), Value(ordinal), .text(change.organization), .text(change.id),
                    .text(change.type), .blob(change.value), Value(change.deleted), Value(change.cascade),
                ])
        }
        for event in events {
            try run(
                "INSERT INTO outbox (sequence, event, written_at) VALUES (?, ?, ?)",
                [.integer(draft.outboxNext), .blob(event), .integer(now)])
            draft.outboxNext += 1
            draft.outboxLength += 1
        }
        return draft
    }

    /// The body may have kept a reference; it is of no use any more.
    func end() {
        lost = SQLError(.misuse, "a transaction was used after its write had ended")
    }

    private func watched<T>(_ work: () throws(SQLError) -> T) throws(SQLError) -> T {
        if let lost { throw lost }
        do throws(SQLError) {
            return try work()
        } catch {
            if !session.isInTransaction { lost = error }
            throw error
        }
    }
}
