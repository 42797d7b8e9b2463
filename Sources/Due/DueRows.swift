internal import SQL

/// The table `due` within a write.
struct DueRows: DueTable {
    let tx: Transaction

    private static let columns = "SELECT kind, key, organization, at, attempts, try_at FROM due"

    func due(at now: Int64, limit: Int) throws -> [DueEntry] {
        try tx.rows(
            "\(Self.columns) WHERE try_at <= ? ORDER BY try_at, at, kind, key LIMIT ?", [.integer(now), Value(limit)],
            DueEntry.init)
    }

    func first(of key: String, at now: Int64) throws -> DueEntry? {
        try tx.first(
            "\(Self.columns) WHERE key = ? AND (attempts > 0 OR try_at <= ?) ORDER BY at, kind LIMIT 1",
            [.text(key), .integer(now)], DueEntry.init)
    }

    func entry(_ kind: DueKind, _ key: String) throws(SQLError) -> DueEntry? {
        try tx.first("\(Self.columns) WHERE key = ? AND kind = ?", [.text(key), .text(kind.name)], DueEntry.init)
    }

    func insert(_ entry: DueEntry) throws(SQLError) {
        try tx.run(
            "INSERT INTO due (kind, key, organization, at, attempts, try_at) VALUES (?, ?, ?, ?, 0, ?)",
            [
                .text(entry.kind.name), .text(entry.key), .text(entry.organization), .integer(entry.at),
                .integer(entry.at),
            ])
    }

    func remove(_ entry: DueEntry) throws -> Bool { try delete(entry) }

    @discardableResult
    func delete(_ entry: DueEntry) throws(SQLError) -> Bool {
        try tx.run(
            "DELETE FROM due WHERE key = ? AND kind = ? AND at = ?",
            [.text(entry.key), .text(entry.kind.name), .integer(entry.at)]) == 1
    }

    func postpone(_ entry: DueEntry) throws {
        try tx.run(
            "UPDATE due SET attempts = ?, try_at = ? WHERE key = ? AND kind = ?",
            [Value(entry.attempts), .integer(entry.tryAt), .text(entry.key), .text(entry.kind.name)])
    }

    /// One that had failed is gone: what waited for it is tried at its own time again.
    func free(_ key: String) throws(SQLError) {
        try tx.run("UPDATE due SET try_at = at WHERE key = ? AND attempts = 0", [.text(key)])
    }

    func next() throws -> (tryAt: Int64, oldest: Int64)? {
        let next = try tx.first("SELECT try_at, at FROM due ORDER BY try_at, at LIMIT 1") {
            (tryAt: $0.integer(0), oldest: $0.integer(1))
        }
        guard let next else { return nil }
        let failing = try tx.first("SELECT at FROM due WHERE attempts > 0 ORDER BY at LIMIT 1") { $0.integer(0) }
        return (next.tryAt, min(next.oldest, failing ?? .max))
    }

    func alone(_ body: () throws -> Void) throws { try tx.nested(body) }

    func counted() throws(SQLError) -> (waiting: Int, failing: Int) {
        let waiting = try tx.first("SELECT count(*) FROM due") { $0.int(0) } ?? 0
        let failing = try tx.first("SELECT count(*) FROM due WHERE attempts > 0") { $0.int(0) } ?? 0
        return (waiting, failing)
    }
}

extension DueEntry {
    fileprivate init(_ row: any Row) {
        self.init(DueKind(row.text(0)), row.text(1), organization: row.text(2), at: row.integer(3))
        attempts = row.int(4)
        tryAt = row.integer(5)
    }
}
