import AuditDomain
import SQL

/// The row of `logs`: everything about a log but its events.
struct LogRow {
    /// The row's number, by which the other tables know the log.
    var log: Int64
    var frontier: Frontier
    /// Of the last event, microseconds UTC.
    var recordTime: Int64

    /// Nil for a log that has no event yet.
    static func find(_ log: LogName, _ connection: any Connection) throws -> LogRow? {
        let found = try connection.first(
            "SELECT log, size, root, edge, record_time FROM logs WHERE organization = ? AND class = ?",
            [.text(log.organization), .integer(Int64(log.eventClass.rawValue))]
        ) { (log: $0.integer(0), size: $0.int(1), root: $0.blob(2), edge: $0.blob(3), recordTime: $0.integer(4)) }
        guard let found else { return nil }
        guard let subtrees = Tile.hashes(found.edge), let frontier = Frontier(size: found.size, subtrees: subtrees),
            frontier.root.bytes == found.root
        else {
            throw LogError(.damaged, "the tree of \(log) contradicts its root: restore a backup")
        }
        return LogRow(log: found.log, frontier: frontier, recordTime: found.recordTime)
    }

    static func findOrCreate(_ log: LogName, _ transaction: Transaction) throws -> LogRow {
        if let row = try find(log, transaction) { return row }
        try transaction.run(
            """
            INSERT INTO logs (log, organization, class, size, root, edge, record_time)
            VALUES ((SELECT coalesce(max(log), 0) + 1 FROM logs), ?, ?, 0, ?, ?, 0)
            """,
            [.text(log.organization), .integer(Int64(log.eventClass.rawValue)), .blob(TreeHash.empty.bytes), .blob([])])
        guard let row = try find(log, transaction) else {
            throw LogError(.damaged, "a log was not created")
        }
        return row
    }

    func save(_ transaction: Transaction) throws {
        try transaction.run(
            "UPDATE logs SET size = ?, root = ?, edge = ?, record_time = ? WHERE log = ?",
            [
                Value(frontier.size), .blob(frontier.root.bytes), .blob(frontier.subtrees.flatMap(\.bytes)),
                .integer(recordTime), .integer(log),
            ])
    }
}
