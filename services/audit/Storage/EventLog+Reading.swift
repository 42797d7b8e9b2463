package import AuditDomain
package import Messages
import SQL

/// An event with the proof that it is in the log.
package struct EventProof: Sendable, Equatable {
    package var recorded: RecordedLeaf
    package var proof: InclusionProof
    package var head: LogHead
}

/// The proof that a log has only grown between two sizes.
package struct GrowthProof: Sendable, Equatable {
    package var proof: ConsistencyProof
    package var first: LogHead
    package var second: LogHead
}

extension EventLog {
    /// A log that no event has named is empty.
    package func list(_ query: EventQuery, _ room: PageRoom) async throws -> EventPage {
        try await store.read { connection in try EventPage.read(query, room, connection) }
    }

    /// Proves an event in the tree of `size` leaves; nil is the tree of now.
    ///
    /// Throws `LogError`: `noSuchEvent`, `treeTooSmall`, `eventOutsideTree`.
    package func prove(_ log: LogName, eventID: String, size: Int?) async throws -> EventProof {
        try await store.read { connection in
            let snapshot = try Snapshot(connection, log)
            let tree = try snapshot.tree(size)
            let found = try connection.first(
                """
                SELECT \(RecordedLeaf.columns) FROM events
                WHERE log = ? AND id = ? ORDER BY idx LIMIT 1
                """,
                [.integer(snapshot.log), .text(eventID)]
            ) { RecordedLeaf($0) }
            guard let found else { throw LogError(.noSuchEvent, "no such event") }
            guard found.index < tree.size else {
                throw LogError(
                    .eventOutsideTree, "the event has index \(found.index): not in a tree of \(tree.size) leaves")
            }
            return EventProof(
                recorded: try found.complete(snapshot.log, connection), proof: try tree.inclusion(of: found.index),
                head: try tree.head())
        }
    }

    /// Where the log stands, or stood at `size`. Throws `LogError` `treeTooSmall`.
    package func head(_ log: LogName, size: Int?) async throws -> LogHead {
        try await store.read { connection in
            let snapshot = try Snapshot(connection, log)
            guard let size else { return snapshot.head }
            return try snapshot.tree(size).head()
        }
    }

    /// `first` is at least 1 and not over `second`; nil is the tree of now. Throws `LogError` `treeTooSmall`.
    package func consistency(_ log: LogName, first: Int, second: Int?) async throws -> GrowthProof {
        try await store.read { connection in
            let snapshot = try Snapshot(connection, log)
            let smaller = try snapshot.tree(first)
            let larger = try snapshot.tree(second)
            return GrowthProof(
                proof: try larger.consistency(from: first), first: try smaller.head(), second: try larger.head())
        }
    }
}

/// One log within one read.
private struct Snapshot {
    let log: Int64
    let head: LogHead
    private let tiles: TileReader

    init(_ connection: any Connection, _ name: LogName) throws {
        let row = try LogRow.find(name, connection)
        log = row?.log ?? 0
        head = row?.frontier.head ?? .empty
        tiles = TileReader(connection, log: log)
    }

    func tree(_ size: Int?) throws -> Tree<any Error> {
        let size = size ?? head.size
        guard size <= head.size else {
            throw LogError(.treeTooSmall(size: head.size), "the log has \(head.size) leaves, not \(size)")
        }
        return tiles.tree(size)
    }
}
