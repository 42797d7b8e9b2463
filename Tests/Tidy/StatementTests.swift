import PortableSQL
import Testing

/// Every statement is one that SQLite and PostgreSQL both take.
///
/// Statements put together at run time are judged as well, when they are run: tests of what stores something open their
/// database as a `PortableEngine`. Here is what a source says, run by a test or not.
struct StatementTests {
    let repository = Repository.here

    @Test("the statements of the sources are portable")
    func sources() {
        var violations: [Violation] = []
        var judged: Set<String> = []
        for (file, source) in repository.swift where Self.speaksSQL(file) {
            for literal in StringLiteral.all(in: file.text, source) where Self.isStatement(literal.text) {
                judged.insert(file.path)
                let objections = Portability.objections(to: literal.text).filter { !$0.contains(StringLiteral.interpolated) }
                violations += objections.map { Violation(file.path, literal.line, $0) }
            }
        }
        expectNone(violations)
        // Else the search for statements has gone blind.
        for path in [
            "Sources/SQL/Migrator.swift", "services/identity/Storage/StoredSessions.swift", "services/audit/Storage/LogRow.swift",
        ] {
            #expect(judged.contains(path), "no statement was found in \(path)")
        }
    }

    @Test("the migrations are portable")
    func migrations() {
        let files = repository.files.filter { $0.suffix == "sql" && $0.path.hasPrefix("services/") }
        #expect(files.count >= 3)
        expectNone(files.flatMap { file in Portability.objections(to: file.text).map { Violation(file.path, $0) } })
    }

    @Test(
        "what one of the two engines does not take, or takes otherwise, is refused",
        arguments: [
            "SELECT id FROM a WHERE open", "SELECT id FROM a WHERE open AND b = 1", "SELECT 1 FROM a WHERE b = 1 OR ?",
            "SELECT 1 FROM a WHERE NOT ?", "SELECT 1 FROM a WHERE b = 1 AND (c OR d = 2)", "SELECT 1 FROM a WHERE 1",
            "SELECT 1 FROM a WHERE (b = 2) = 1", "SELECT CASE WHEN b THEN 1 ELSE 0 END FROM a", "SELECT a.b = c.d FROM a",
            "SELECT EXISTS (SELECT 1 FROM a)", "SELECT (b = 1) FROM a", "SELECT (SELECT b = 1 FROM a) FROM c",
            "SELECT 1 FROM a JOIN c ON c.isLast", "UPDATE a SET b = max(b, ?)", "SELECT min(b, c) FROM a",
            "INSERT OR REPLACE INTO a VALUES (?)", "INSERT OR IGNORE INTO a VALUES (?)", "REPLACE INTO a VALUES (?)",
            "SELECT rowid FROM a", "SELECT oid FROM a", "SELECT id FROM a WHERE b = \"text\"", "SELECT `id` FROM a",
            "SELECT [id] FROM a", "SELECT datetime('now')", "SELECT strftime('%s', b) FROM a", "SELECT unixepoch()",
            "SELECT CURRENT_TIMESTAMP", "SELECT ifnull(b, 0) FROM a", "SELECT iif(b = 1, 1, 0) FROM a",
            "SELECT group_concat(b) FROM a", "SELECT id FROM a WHERE b LIKE 'x%'", "SELECT id FROM a WHERE b GLOB 'x*'",
            "SELECT id FROM a ORDER BY id COLLATE NOCASE", "SELECT id FROM a ORDER BY id COLLATE \"C\"",
            "SELECT id FROM a WHERE b IS ?", "SELECT id FROM a WHERE b == 1", "SELECT id FROM a WHERE b != 1",
            "SELECT id FROM a WHERE b = ?1", "SELECT id FROM a WHERE b = :b", "SELECT id FROM a WHERE b = $1",
            "SELECT id FROM a LIMIT 10, 20", "DELETE FROM a WHERE b = 1 LIMIT 5", "SELECT id FROM a WHERE b = 0x10",
            "SELECT id FROM a WHERE b = TRUE", "PRAGMA user_version", "VACUUM", "EXPLAIN SELECT 1", "SELECT random()",
            "CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY)", "CREATE TABLE a (id) STRICT",
            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT", "CREATE TABLE a (id VARCHAR(10)) STRICT",
            "CREATE TABLE a (id DATETIME) STRICT", "CREATE TABLE a (id TEXT, CHECK (id)) STRICT",
            "CREATE TABLE a (b INTEGER CHECK (b)) STRICT", "CREATE TABLE a (user TEXT) STRICT",
            "CREATE TABLE a (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID", "CREATE TABLE a (id TEXT COLLATE NOCASE) STRICT",
            "CREATE TABLE a (b TEXT REFERENCES c DEFERRABLE INITIALLY DEFERRED) STRICT", "ALTER TABLE a ADD COLUMN b",
            "CREATE TABLE a (id TEXT) STRICT; SELECT rowid FROM a",
        ])
    func refused(_ sql: String) {
        #expect(!Portability.objections(to: sql).isEmpty)
    }

    @Test(
        "what both take passes",
        arguments: [
            "SELECT a.id, b.owner FROM a JOIN b ON b.id = a.b WHERE a.b = ? AND a.id > ? ORDER BY a.id LIMIT ?",
            "SELECT id FROM a WHERE (? = 0 OR kind = ?) AND x <> ''", "SELECT id FROM a WHERE b BETWEEN 1 AND 3 AND c = 2",
            "SELECT max(b), min(b), count(*) FROM a WHERE b IS NOT NULL OR b IS NULL",
            "SELECT CASE WHEN b = 1 THEN 1 ELSE 0 END FROM a", "SELECT 1 FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a = a.id)",
            "SELECT 1 FROM a WHERE NOT (b >= ? AND b < ?)", "INSERT INTO a (id, b) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            "SELECT (SELECT count(*) FROM a WHERE a.b < c.d) FROM c WHERE e = ?",
            "UPDATE a SET b = CASE WHEN b > ? THEN b ELSE ? END WHERE id = ?", "UPDATE a SET b = -b",
            "DELETE FROM a WHERE (b, c) IN (SELECT b, c FROM a WHERE d < ? LIMIT ?)", "-- a \"word\" in a comment\nSELECT 1",
            "SELECT id FROM a WHERE b = 'a \"quoted\" one, ?1 and true'", "ALTER TABLE a ADD COLUMN b INTEGER NOT NULL DEFAULT 0",
            "CREATE UNIQUE INDEX a_by_b ON a (b) WHERE b <> ''",
            """
            CREATE TABLE a (
                id TEXT NOT NULL PRIMARY KEY, b INTEGER CHECK (b BETWEEN 1 AND 3), c BLOB NOT NULL CHECK (length(c) = 32),
                d TEXT REFERENCES e, UNIQUE (b, c), CHECK ((b = 2) = (d IS NOT NULL)), FOREIGN KEY (b, c) REFERENCES f (g, h)
            ) STRICT
            """,
        ])
    func accepted(_ sql: String) {
        #expect(Portability.objections(to: sql) == [])
    }

    @Test("literals are found in a source")
    func literals() {
        let source = #"""
            let a = "SELECT \(b("x")) FROM y" // "no"
            let c = """
                DELETE \
                FROM "z"
                """
            """#
        let found = StringLiteral.all(in: source, MaskedSwift(source))
        #expect(found.map(\.line) == [1, 1, 2])
        #expect(
            found.map { $0.text.split(separator: " ").joined(separator: " ") }.prefix(2) == ["x", "SELECT interpolated FROM y"])
        #expect(found.last?.text.contains("FROM \"z\"") == true)
    }

    /// The engine's own sources may say what is the engine's own.
    private static func speaksSQL(_ file: RepositoryFile) -> Bool {
        guard file.path.hasPrefix("Sources/") || file.path.hasPrefix("services/") else { return false }
        return !file.path.hasPrefix("Sources/SQLite/")
            && (file.path.hasPrefix("Sources/SQL/")
                || file.lines.contains { $0.hasSuffix("import SQL") || $0.hasSuffix("import Tables") })
    }

    private static let beginnings: Set<Substring> = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH", "REPLACE", "PRAGMA", "AND", "OR", "NOT",
        "WHERE", "ORDER", "JOIN",
    ]

    /// A statement, or a part that one is put together of.
    private static func isStatement(_ text: String) -> Bool {
        guard let first = text.split(whereSeparator: { $0.isWhitespace || $0 == "(" }).first else { return false }
        return beginnings.contains(first) || ["= ?", "> ?", "< ?", "<> "].contains { text.contains($0) }
    }
}
