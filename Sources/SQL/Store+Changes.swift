/// A piece of the change log.
package enum ChangePage: Sendable, Equatable {
    /// What was asked for is no longer kept, or the position was never given out here: start from a snapshot.
    case compacted
    /// Whole transactions, in order. They are all there is up to `through`, which may lie behind the last of them:
    /// a write need not have changes.
    case changes([CommittedTransaction], through: Int64)
}

extension Store {
    /// What was recorded after `position`: whole transactions until there are `limit` changes or more.
    package func changes(after position: Int64, limit: Int) async throws -> ChangePage {
        try await read { connection in
            let state = try StoreState.log(connection)
            guard position + 1 >= state.from, position <= state.last else { return .compacted }
            var transactions: [CommittedTransaction] = []
            var count = 0
            var through = state.last
            try connection.each(
                """
                SELECT position, organization, id, type, value, deleted FROM change_log
                WHERE position > ? ORDER BY position, ordinal
                """,
                [.integer(position)]
            ) { row in
                let at = row.integer(0)
                let change = ChangeRecord(
                    organization: row.text(1), id: row.text(2), type: row.text(3), value: row.blob(4),
                    deleted: row.bool(5))
                if let last = transactions.indices.last, transactions[last].position == at {
                    transactions[last].changes.append(change)
                } else if count >= limit, let last = transactions.last {
                    through = last.position
                    return false
                } else {
                    transactions.append(CommittedTransaction(position: at, changes: [change]))
                }
                count += 1
                return true
            }
            return .changes(transactions, through: through)
        }
    }

    /// Drops the changes of all but the last `positions` positions. Returns the oldest position still kept.
    @discardableResult
    package func compact(keeping positions: Int64) async throws -> Int64 {
        while true {
            let kept = try await submit(takesPosition: false) { transaction in
                try transaction.dropChanges(before: transaction.draft.position - positions + 1)
                return transaction.draft.changesFrom
            }
            if kept.value > kept.position - positions { return kept.value }
        }
    }

    /// The longest lease that can be configured, in microseconds. A restored database, which cannot know what the one
    /// before it promised, waits this long; any write waits for two of them at most. Clients wait 30 seconds for an answer:
    /// a longer lease would outlast them, and leave them with a change of which they know nothing.
    package static let leaseMicrosMax: Int64 = 12_000_000

    /// The longest lease ever promised to a follower, in microseconds: a restarted server waits that long before it
    /// may believe that nobody holds one.
    package var leaseMicros: Int64 { published.leaseMicros.load(ordering: .acquiring) }

    /// On disk when this returns; only then may a longer lease be promised.
    package func setLease(micros: Int64) async throws {
        _ = try await submit(takesPosition: false) { $0.draft.leaseMicros = micros }
    }
}

extension StoreState {
    fileprivate static func log(_ connection: any Connection) throws(SQLError) -> (last: Int64, from: Int64) {
        try connection.first("SELECT position, changes_from FROM store_state") {
            (last: $0.integer(0), from: $0.integer(1))
        } ?? (last: 0, from: 1)
    }
}

extension Transaction {
    /// At most this many positions at once: the writes of others wait meanwhile.
    private static let positionsDroppedMax: Int64 = 10_000

    fileprivate func dropChanges(before wanted: Int64) throws(SQLError) {
        let from = min(wanted, draft.changesFrom + Self.positionsDroppedMax)
        guard from > draft.changesFrom else { return }
        try run("DELETE FROM change_log WHERE position < ?", [.integer(from)])
        draft.changesFrom = from
    }
}
