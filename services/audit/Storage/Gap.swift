import SQL

/// A source that leaves numbers out. Where the log itself was restored from a backup, they are of events that it had
/// acknowledged: no log has them any more, and no outbox.
struct Gap: Sendable, Equatable {
    /// Of one source within an hour; the rest are refused and not noted. A source chooses how many there are.
    private static let notedMax: Int64 = 16
    private static let hour: Int64 = 3_600_000_000

    var source: String
    var epoch: String
    /// The number that the log goes on with.
    var expected: Int64
    /// The number that came.
    var offered: Int64

    /// False when it was noted before, or too many of this source were.
    func note(_ transaction: Transaction) throws -> Bool {
        let noted = try transaction.first(
            "SELECT count(*) FROM gaps WHERE name = ? AND refused_at > ?",
            [.text(source), .integer(transaction.now - Self.hour)]
        ) { $0.integer(0) }
        guard noted ?? 0 < Self.notedMax else { return false }
        return try transaction.run(
            """
            INSERT INTO gaps (name, epoch, expected, offered, refused_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name, epoch, expected) DO NOTHING
            """,
            [.text(source), .text(epoch), .integer(expected), .integer(offered), .integer(transaction.now)]) == 1
    }
}
