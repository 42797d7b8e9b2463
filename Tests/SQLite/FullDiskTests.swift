import SQL
import SQLite
import Testing

@Suite("SQLite with a full disk")
struct FullDiskTests {
    @Test("writes are refused as full, nothing is lost, and room made is room used")
    func full() async throws {
        let scratch = try Scratch()
        let store = try scratch.store(SQLiteEngine(path: scratch.path("store.db"), pagesMax: 200))
        defer { store.close() }
        @Sendable func add(_ number: Int) async throws -> Int64 {
            try await store.write { transaction in
                transaction.record(change("i\(number)"))
                try transaction.run(
                    "INSERT INTO items (id, bytes) VALUES (?, ?)",
                    [.text("i\(number)"), .blob(Array(repeating: 1, count: 40_000))])
            }.position
        }
        var written = 0
        var refused: SQLError?
        while refused == nil && written < 1_000 {
            do {
                #expect(try await add(written) == Int64(written + 1))
                written += 1
            } catch let error as SQLError {
                refused = error
            }
        }
        #expect(refused?.code == .full)
        #expect(written > 5 && written < 30)
        #expect(store.position == Int64(written))
        #expect(try await items(store).count == written)
        // What needs no new page still works, deleting above all.
        _ = try await store.write { try $0.run("DELETE FROM items WHERE id IN ('i0', 'i1')") }
        #expect(try await add(1_000) == Int64(written + 2))
        try await store.verify()
    }
}
