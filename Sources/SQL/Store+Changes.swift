/// A piece of the change log.
package enum ChangePage: Sendable, Equatable {
    /// What was asked for is no longer kept, or the position was never given out here: start from a snapshot.
    case compacted
    /// In order, all there are behind the place that was asked for and up to `through`, which may lie behind the last of
    /// them: a write need not have changes. The first lacks what was taken of it before. Where `through` lies within the
    /// last one, the rest of that is in the next page.
    case changes([CommittedTransaction], through: ChangePlace)
}

extension Store {
    /// Whether nothing of what was recorded after `position` has been dropped.
    package func keepsChanges(after position: Int64) async throws -> Bool {
        try await read { connection in try StoreState.log(connection).keeps(position) }
    }

    /// What was recorded after `place`: `limit` changes, or as many as are `bytesMax` together; one at least, if there is one.
    package func changes(
        after place: ChangePlace, limit: Int, bytesMax: Int = .max
    ) async throws -> ChangePage {
        try await read { connection in
            let log = try StoreState.log(connection)
            guard log.keeps(place.position) else { return .compacted }
            var transactions: [CommittedTransaction] = []
            var (count, bytes) = (0, 0)
            var through = ChangePlace(log.last)
            try connection.each(
                """
                SELECT position, ordinal, organization, id, type, value, deleted, cascade FROM change_log
                WHERE (position, ordinal) > (?, ?) ORDER BY position, ordinal
                """,
                [.integer(place.position + 1), .integer(Int64(place.taken) - 1)]
            ) { row in
                let at = row.integer(0)
                let change = ChangeRecord(row)
                let last = transactions.indices.last
                let isSame = last.map { transactions[$0].position == at } ?? false
                if let last, count >= limit || bytes + change.size > bytesMax {
                    through =
                        isSame ? ChangePlace(at - 1, taken: row.int(1)) : ChangePlace(transactions[last].position)
                    return false
                }
                if let last, isSame {
                    transactions[last].changes.append(change)
                } else {
                    transactions.append(CommittedTransaction(position: at, changes: [change]))
                }
                count += 1
                bytes += change.size
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

extension Connection {
    /// What was recorded after `position` of what is named `id`, or `id/…`, and marks of any kind, which may concern it; in order.
    /// Within a write and after `Store.position` that is what was written before it in the same group: no hook has seen it.
    package func changes(
        of organization: String, naming id: String, after position: Int64
    ) throws(SQLError) -> [ChangeRecord] {
        // Behind the slash comes the zero.
        try rows(
            """
            SELECT position, ordinal, organization, id, type, value, deleted, cascade FROM change_log
            WHERE position > ? AND organization = ? AND (cascade <> 0 OR id = ? OR id > ? AND id < ?)
            ORDER BY position, ordinal
            """,
            [.integer(position), .text(organization), .text(id), .text(id + "/"), .text(id + "0")]
        ) { ChangeRecord($0) }
    }

    /// Whether anything was recorded after `position` of what is named `id`, or `id/…`, or a mark of any kind, which may concern
    /// it. Within a write and after `Store.position` that is what was written before it in the same group: no hook has seen it.
    package func hasChanges(
        of organization: String, naming id: String, after position: Int64
    ) throws(SQLError) -> Bool {
        // Behind the slash comes the zero.
        try first(
            """
            SELECT 1 FROM change_log
            WHERE position > ? AND organization = ? AND (cascade <> 0 OR id = ? OR id > ? AND id < ?) LIMIT 1
            """,
            [.integer(position), .text(organization), .text(id), .text(id + "/"), .text(id + "0")]
        ) { _ in true } ?? false
    }
}

extension StoreState {
    fileprivate struct Log {
        /// The last position given out.
        var last: Int64
        /// The first that is kept.
        var from: Int64

        /// Also for a position that was never given out here, however large: a follower may say anything.
        func keeps(_ position: Int64) -> Bool { position <= last && position >= from - 1 }
    }

    fileprivate static func log(_ connection: any Connection) throws(SQLError) -> Log {
        try connection.first("SELECT position, changes_from FROM store_state") {
            Log(last: $0.integer(0), from: $0.integer(1))
        } ?? Log(last: 0, from: 1)
    }
}

extension ChangeRecord {
    /// Of a row of the query above.
    fileprivate init(_ row: any Row) {
        self.init(
            organization: row.text(2), id: row.text(3), type: row.text(4), value: row.blob(5), deleted: row.bool(6),
            cascade: row.bool(7))
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
