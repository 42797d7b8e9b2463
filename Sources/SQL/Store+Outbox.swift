/// An event that the log has not acknowledged yet.
package struct OutboxEvent: Sendable, Equatable {
    package var sequence: Int64
    package var event: [UInt8]
    /// Microseconds UTC.
    package var writtenAt: Int64

    package init(sequence: Int64, event: [UInt8], writtenAt: Int64) {
        self.sequence = sequence
        self.event = event
        self.writtenAt = writtenAt
    }
}

extension Store {
    /// The next events behind `sequence`, in order and without a hole: at most `events` of them and `bytes` bytes,
    /// but one in any case. A reader sees a commit before the hooks do: what they have not seen is not among them.
    package func outboxBatch(after sequence: Int64 = 0, events: Int, bytes: Int) async throws -> [OutboxEvent] {
        let last = outboxLast
        return try await read { connection in
            var batch: [OutboxEvent] = []
            var size = 0
            try connection.each(
                """
                SELECT sequence, event, written_at FROM outbox WHERE sequence > ? AND sequence <= ?
                ORDER BY sequence LIMIT ?
                """,
                [.integer(sequence), .integer(last), Value(events)]
            ) { row in
                let event = OutboxEvent(
                    sequence: row.integer(0), event: row.blob(1), writtenAt: row.integer(2))
                size += event.event.count
                if size > bytes && !batch.isEmpty { return false }
                batch.append(event)
                return true
            }
            return batch
        }
    }

    /// Removes events up to and with `sequence`; the log has them.
    package func outboxAcknowledge(upTo sequence: Int64) async throws {
        _ = try await submit(takesPosition: false) { transaction in
            let removed = try transaction.run("DELETE FROM outbox WHERE sequence <= ?", [.integer(sequence)])
            transaction.draft.outboxLength -= removed
        }
    }

    /// The life that this one's database was copied in, and the sequence that its next event would have got; nil for a
    /// database that was never restored.
    package func earlierLife() async throws -> (epoch: String, next: Int64)? {
        try await read { connection in
            let found = try connection.first("SELECT earlier_epoch, earlier_next FROM store_state") {
                (epoch: $0.text(0), next: $0.integer(1))
            }
            return found.flatMap { $0.epoch.isEmpty ? nil : $0 }
        }
    }

    /// Events not acknowledged yet.
    package var outboxLength: Int { published.outboxLength.load(ordering: .acquiring) }

    /// The sequence of the last event committed and published, 0 before the first.
    package var outboxLast: Int64 { published.outboxLast.load(ordering: .acquiring) }

    /// When the oldest waiting event was written, microseconds UTC; nil when none waits.
    package func outboxOldest() async throws -> Int64? {
        try await read { connection in
            try connection.first("SELECT written_at FROM outbox ORDER BY sequence LIMIT 1") { $0.integer(0) }
        }
    }

    /// Called on the writer thread after a commit that added events, with the sequence of the last one.
    package func onEvents(_ hook: @escaping @Sendable (Int64) -> Void) {
        published.hooks.withLock { $0.event.append(hook) }
    }
}
