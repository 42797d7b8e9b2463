import SQL
import Testing

@Suite("Contract: session")
struct SessionContract {
    static let engines = EngineUnderTest.all

    /// A writer with the tables of `Scratch.items`.
    private func writer(_ engine: EngineUnderTest, _ scratch: Scratch) throws -> any Session {
        let session = try engine.make(scratch).writer()
        try session.script(Scratch.items.sql)
        return session
    }

    @Test("values come back as they were bound", arguments: engines)
    func values(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let session = try writer(engine, scratch)
        defer { session.close() }
        let rows: [(String, Int64?, [UInt8]?)] = [
            ("", 0, []), ("a\0b", .max, [0, 255]), ("Grüße 🚀", .min, Array(repeating: 7, count: 1 << 20)),
            ("nothing", nil, nil),
        ]
        for (id, amount, bytes) in rows {
            let changed = try session.run(
                "INSERT INTO items (id, amount, bytes) VALUES (?, ?, ?)", [.text(id), Value(amount), Value(bytes)])
            #expect(changed == 1)
            let found = try session.first("SELECT id, amount, bytes FROM items WHERE id = ?", [.text(id)]) {
                ($0.text(0), $0.optionalInteger(1), $0.optionalBlob(2))
            }
            #expect(found?.0 == id)
            #expect(found?.1 == amount)
            #expect(found?.2 == bytes)
        }
        #expect(try session.first("SELECT id FROM items WHERE amount = 12") { $0.text(0) } == nil)
        #expect(try session.run("UPDATE items SET amount = 1") == 4)
        #expect(try session.run("UPDATE items SET amount = 1 WHERE id = 'none'") == 0)
    }

    @Test("what is bound stays while a statement runs, whatever else is bound meanwhile", arguments: engines)
    func boundTogether(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let session = try writer(engine, scratch)
        defer { session.close() }
        for id in ["a", "b", "c"] { try insert(id, session) }
        let sql = "SELECT id, ?, ? FROM items ORDER BY id"
        var seen: [[String]] = []
        try session.each(sql, ["outer text", .blob([1, 2, 3])]) { (row: any Row) throws(SQLError) -> Bool in
            try session.each(sql, ["inner", .blob([UInt8](repeating: 9, count: 100_000))]) { inner in
                #expect(inner.text(1) == "inner" && inner.blob(2).count == 100_000)
                return true
            }
            seen.append([row.text(0), row.text(1), "\(row.blob(2))"])
            return true
        }
        #expect(seen == ["a", "b", "c"].map { [$0, "outer text", "[1, 2, 3]"] })
    }

    @Test(
        "refusals", arguments: engines,
        [
            ("INSERT INTO items (id) VALUES ('a')", .constraint(.unique)),
            ("INSERT INTO parts (id, item) VALUES ('p', 'none')", .constraint(.foreignKey)),
            ("INSERT INTO items (id) VALUES (NULL)", .constraint(.other)),
            ("INSERT INTO items (id, amount) VALUES ('b', 'word')", .constraint(.other)),
            ("INSERT INTO items (id, bytes) VALUES ('b', 'text')", .constraint(.other)),
            ("SELECT nothing FROM items", .misuse),
            ("SELEC", .misuse),
            ("SELECT 1; SELECT 2", .misuse),
            ("", .misuse),
            ("SELECT ?", .misuse),
        ] as [(String, SQLError.Code)])
    func refusals(_ engine: EngineUnderTest, _ refused: (sql: String, code: SQLError.Code)) throws {
        let scratch = try Scratch()
        let session = try writer(engine, scratch)
        defer { session.close() }
        try insert("a", session)
        #expect { try session.run(refused.sql) } throws: { code($0) == refused.code }
        #expect(try session.rows("SELECT id FROM items") { $0.text(0) } == ["a"])
        #expect(!session.isInTransaction)
    }

    @Test("the same text may run inside itself, and stop early", arguments: engines)
    func nestedStatements(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let session = try writer(engine, scratch)
        defer { session.close() }
        for id in ["a", "b", "c"] { try insert(id, session) }
        let sql = "SELECT id FROM items ORDER BY id"
        var seen: [String] = []
        try session.each(sql, []) { (row: any Row) throws(SQLError) -> Bool in
            let inner = try session.rows(sql) { $0.text(0) }.joined()
            seen.append(row.text(0) + inner)
            return seen.count < 2
        }
        #expect(seen == ["aabc", "babc"])
        #expect { try session.rows(sql) { (_: any Row) throws(SQLError) in throw SQLError(.misuse, "stop") } } throws: {
            code($0) == .misuse
        }
        #expect(try session.rows(sql) { $0.text(0) } == ["a", "b", "c"])
    }

    @Test("savepoints nest", arguments: engines)
    func savepoints(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let session = try writer(engine, scratch)
        defer { session.close() }
        try session.begin()
        #expect(session.isInTransaction)
        try insert("a", session)
        try session.savepoint()
        try insert("b", session)
        try session.savepoint()
        try insert("c", session)
        try session.rollbackToSavepoint()
        try session.release()
        try session.savepoint()
        try insert("d", session)
        try session.rollbackToSavepoint()
        try session.commit()
        #expect(!session.isInTransaction)
        #expect(try session.rows("SELECT id FROM items ORDER BY id") { $0.text(0) } == ["a", "b"])
        try session.begin()
        try insert("e", session)
        try session.rollback()
        #expect(try session.rows("SELECT id FROM items ORDER BY id") { $0.text(0) } == ["a", "b"])
    }

    @Test("a reader keeps its snapshot and cannot write", arguments: engines)
    func reader(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let session = try made.writer()
        defer { session.close() }
        try session.script(Scratch.items.sql)
        try insert("a", session)
        let reader = try made.reader()
        defer { reader.close() }
        let sql = "SELECT id FROM items ORDER BY id"
        try reader.begin()
        #expect(try reader.rows(sql) { $0.text(0) } == ["a"])
        try insert("b", session)
        #expect(try reader.rows(sql) { $0.text(0) } == ["a"])
        try reader.rollback()
        #expect(try reader.rows(sql) { $0.text(0) } == ["a", "b"])
        #expect { try insert("c", reader) } throws: { code($0) == .misuse }
        #expect { try reader.script("DROP TABLE items") } throws: { code($0) == .misuse }
    }

    @Test("one writer; the next may open once it has closed", arguments: engines)
    func oneWriter(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let first = try made.writer()
        #expect { _ = try made.writer() } throws: { code($0) == .busy }
        first.close()
        first.close()
        #expect { try first.run("SELECT 1") } throws: { code($0) == .closed }
        let second = try made.writer()
        second.close()
    }
}
