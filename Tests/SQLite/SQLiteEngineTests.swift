import Foundation
import SQL
import SQLite
import Testing

@Suite("SQLite engine")
struct SQLiteEngineTests {
    private func open(_ scratch: Scratch) throws -> (any Session, any Session) {
        let engine = SQLiteEngine(path: scratch.path("store.db"))
        let writer = try engine.writer()
        return (writer, try engine.reader())
    }

    private func pragma(_ session: any Session, _ name: String) throws -> String? {
        try session.first("PRAGMA \(name)") { $0.text(0) }
    }

    @Test(
        "settings of the writer",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000"),
            ("wal_autocheckpoint", "0"), ("journal_size_limit", "67108864"), ("trusted_schema", "0"),
            ("cell_size_check", "1"), ("temp_store", "2"), ("query_only", "0"), ("auto_vacuum", "2"),
        ])
    func writerSettings(_ name: String, _ value: String) throws {
        let scratch = try Scratch()
        let (writer, reader) = try open(scratch)
        defer { reader.close(); writer.close() }
        #expect(try pragma(writer, name) == value)
    }

    @Test(
        "settings of a reader",
        arguments: [
            ("journal_mode", "wal"), ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
            ("query_only", "1"), ("wal_autocheckpoint", "0"),
        ])
    func readerSettings(_ name: String, _ value: String) throws {
        let scratch = try Scratch()
        let (writer, reader) = try open(scratch)
        defer { reader.close(); writer.close() }
        #expect(try pragma(reader, name) == value)
    }

    @Test(
        "a reader can neither write, nor checkpoint, nor change its settings",
        arguments: [
            "PRAGMA wal_checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA main.wal_checkpoint(RESTART)",
            "SELECT * FROM pragma_wal_checkpoint", "PRAGMA WAL_CHECKPOINT(PASSIVE)", "PRAGMA query_only = OFF",
            "PRAGMA journal_mode = DELETE", "PRAGMA wal_autocheckpoint = 1", "PRAGMA optimize", "VACUUM",
            "ATTACH 'other.db' AS other", "CREATE TABLE b (c TEXT) STRICT", "INSERT INTO a VALUES ('x')",
            "UPDATE a SET b = 'y'", "DELETE FROM a", "DROP TABLE a", "BEGIN IMMEDIATE",
        ])
    func readerRules(_ sql: String) throws {
        let scratch = try Scratch()
        let (writer, reader) = try open(scratch)
        defer { reader.close(); writer.close() }
        try writer.script("CREATE TABLE a (b TEXT) STRICT; INSERT INTO a VALUES ('kept')")
        let wal = scratch.path("store.db-wal")
        let before = try Data(contentsOf: URL(fileURLWithPath: wal))
        #expect { try reader.run(sql) } throws: { code($0) == .misuse }
        #expect(try Data(contentsOf: URL(fileURLWithPath: wal)) == before)
        #expect(try reader.rows("SELECT b FROM a") { $0.text(0) } == ["kept"])
    }

    @Test("a reader that closes last leaves the WAL as it is")
    func readerClosesLast() throws {
        let scratch = try Scratch()
        let (writer, reader) = try open(scratch)
        let wal = URL(fileURLWithPath: scratch.path("store.db-wal"))
        try writer.script("CREATE TABLE a (b TEXT) STRICT")
        try reader.begin()
        _ = try reader.rows("SELECT b FROM a") { $0.text(0) }
        writer.close()
        let before = try Data(contentsOf: wal)
        #expect(!before.isEmpty)
        try reader.rollback()
        reader.close()
        #expect(try Data(contentsOf: wal) == before)
    }

    @Test("the writer that closes last leaves one file; nobody else may read any of them")
    func files() async throws {
        let scratch = try Scratch()
        let store = try scratch.store(SQLiteEngine(path: scratch.path("store.db")))
        _ = try await store.write { try insert("a", $0) }
        for name in ["store.db", "store.db-wal", "store.db-shm", "store.db.lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        store.close()
        #expect(!FileManager.default.fileExists(atPath: scratch.path("store.db-wal")))
    }

    @Test("a second opener is refused in words")
    func secondOpener() throws {
        let scratch = try Scratch()
        let engine = SQLiteEngine(path: scratch.path("store.db"))
        let store = try scratch.store(engine)
        #expect { _ = try scratch.store(engine) } throws: { error in
            (error as? SQLError)?.message.contains("another process has this database open") == true
        }
        store.close()
        try scratch.store(engine).close()
    }

    @Test("not a database, and no folder", arguments: [("garbage", SQLError.Code.corrupt), ("none/store.db", .io)])
    func unusable(_ name: String, _ expected: SQLError.Code) throws {
        let scratch = try Scratch()
        try Data(repeating: 65, count: 8_192).write(to: URL(fileURLWithPath: scratch.path("garbage")))
        #expect { _ = try scratch.store(SQLiteEngine(path: scratch.path(name))) } throws: { code($0) == expected }
    }

    @Test("the library says its version")
    func version() {
        #expect(SQLiteEngine.libraryVersion.hasPrefix("3."))
    }
}
