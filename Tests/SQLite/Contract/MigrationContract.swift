import SQL
import Testing

@Suite("Contract: migrations")
struct MigrationContract {
    static let engines = EngineUnderTest.all
    static let second = Migration(
        number: 2, name: "notes", sql: "CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY) STRICT;")

    private func refusal(_ scratch: Scratch, _ engine: any Engine, _ migrations: [Migration]) -> SQLError? {
        do throws(SQLError) {
            try scratch.store(engine, migrations).close()
            return nil
        } catch {
            return error
        }
    }

    @Test("a newer program adds its steps; an older one is refused and told what to do", arguments: engines)
    func newer(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let old = try scratch.store(made)
        _ = try await old.write { try insert("a", $0) }
        old.close()
        let new = try scratch.store(made, [Scratch.items, Self.second])
        #expect(try await items(new) == ["a"])
        #expect(new.position == 1)
        new.close()
        let error = refusal(scratch, made, [Scratch.items])
        #expect(error?.code == .schema)
        #expect(error?.message.contains("Start the newer program") == true)
        #expect(refusal(scratch, made, [Scratch.items, Self.second]) == nil)
    }

    @Test(
        "refused", arguments: engines,
        [
            [Migration(number: 1, name: "items", sql: Scratch.items.sql + " ")],
            [second],
            [Scratch.items, Migration(number: 3, name: "gap", sql: "")],
            [Scratch.items, Migration(number: 2, name: "late", sql: "CREATE TABLE a (b TEXT REFERENCES c DEFERRABLE)")],
            [Scratch.items, Migration(number: 2, name: "ends", sql: "CREATE TABLE a (b TEXT) STRICT; COMMIT;")],
        ])
    func refused(_ engine: EngineUnderTest, _ migrations: [Migration]) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        try scratch.store(made).close()
        #expect(refusal(scratch, made, migrations)?.code == .schema)
        #expect(refusal(scratch, made, [Scratch.items]) == nil)
    }

    @Test("a database of a version before a release is refused with what can be done about it", arguments: engines)
    func unreleased(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        try scratch.store(made, [Migration(number: 1, name: "items", sql: Scratch.items.sql + " ")]).close()
        let error = refusal(scratch, made, [Scratch.items])
        #expect(error?.code == .schema)
        #expect(error?.message.contains("an earlier, unreleased version does not open: make it anew") == true)
    }

    @Test("a step that fails leaves nothing of itself", arguments: engines)
    func failing(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let broken = Migration(number: 2, name: "broken", sql: "CREATE TABLE notes (id TEXT) STRICT; SELECT nothing;")
        #expect(refusal(scratch, made, [Scratch.items, broken])?.code == .misuse)
        #expect(refusal(scratch, made, [Scratch.items, Self.second]) == nil)
    }

    @Test("the database of another program is refused", arguments: engines)
    func foreign(_ engine: EngineUnderTest) throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let session = try made.writer()
        try session.script("CREATE TABLE theirs (id TEXT) STRICT")
        session.close()
        #expect(refusal(scratch, made, [Scratch.items])?.code == .schema)
    }
}
