import AuditDomain
import SQL

/// The row of `sources`: what one life of a producer has delivered.
struct SourceRow {
    /// Of one source within an hour. A restored backup begins one; a source that begins more has an event for each.
    private static let livesMax = 64
    private static let hour: Int64 = 3_600_000_000

    var source: Int64
    var next: Int64
    /// There was a life before: what that one has sent may come again.
    var isRestored: Bool

    /// Throws `LogError` (`tooManyEpochs`).
    static func create(_ name: String, epoch: String, _ transaction: Transaction) throws -> SourceRow {
        try requireRoom(name, transaction)
        try transaction.run(
            """
            INSERT INTO sources (source, name, epoch, next_sequence, opened_at)
            VALUES ((SELECT coalesce(max(source), 0) + 1 FROM sources), ?, ?, 1, ?)
            """, [.text(name), .text(epoch), .integer(transaction.now)])
        guard let row = try find(name, epoch: epoch, transaction) else {
            throw LogError(.damaged, "a source was not created")
        }
        return row
    }

    private static func requireRoom(_ name: String, _ transaction: Transaction) throws {
        let first = try transaction.first(
            "SELECT opened_at FROM sources WHERE name = ? ORDER BY source DESC LIMIT 1 OFFSET ?",
            [.text(name), Value(livesMax - 1)]
        ) { $0.integer(0) }
        guard let first, first > transaction.now - hour else { return }
        throw LogError(
            .tooManyEpochs, "\(name) began \(livesMax) epochs within an hour: the next one is taken when that is over")
    }

    static func find(_ name: String, epoch: String, _ connection: any Connection) throws -> SourceRow? {
        try connection.first(
            """
            SELECT source, next_sequence,
                CASE WHEN EXISTS (SELECT 1 FROM sources AS earlier
                    WHERE earlier.name = sources.name AND earlier.source < sources.source) THEN 1 ELSE 0 END
            FROM sources WHERE name = ? AND epoch = ?
            """,
            [.text(name), .text(epoch)]
        ) { SourceRow(source: $0.integer(0), next: $0.integer(1), isRestored: $0.bool(2)) }
    }

    /// The life before this one.
    func earlier(_ connection: any Connection) throws -> (epoch: String, next: Int64)? {
        try connection.first(
            """
            SELECT epoch, next_sequence FROM sources
            WHERE name = (SELECT name FROM sources WHERE source = ?) AND source < ? ORDER BY source DESC LIMIT 1
            """,
            [.integer(source), .integer(source)]
        ) { (epoch: $0.text(0), next: $0.integer(1)) }
    }

    /// The leaf that came under this number.
    func leaf(_ sequence: Int64, _ connection: any Connection) throws -> [UInt8] {
        let number: [Value] = [.integer(source), .integer(sequence)]
        let leaf = try connection.first(
            """
            SELECT leaf FROM events WHERE source = ? AND sequence = ?
            UNION ALL
            SELECT leaf FROM repeats JOIN events USING (log, idx) WHERE repeats.source = ? AND repeats.sequence = ?
            """,
            number + number
        ) { $0.blob(0) }
        guard let leaf else {
            throw LogError(.damaged, "event \(sequence) of source \(source) is missing: restore a backup")
        }
        return leaf
    }

    func save(_ transaction: Transaction) throws {
        try transaction.run(
            "UPDATE sources SET next_sequence = ? WHERE source = ?", [.integer(next), .integer(source)])
    }
}
