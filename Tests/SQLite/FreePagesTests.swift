import Foundation
import SQL
import SQLite
import Testing

@Suite("Pages that are free")
struct FreePagesTests {
    private static let row = [UInt8](repeating: 7, count: 3000)

    private func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    @Test("what is deleted frees the disk, but for the pages that are kept; what is left is whole")
    func shrinks() async throws {
        let scratch = try Scratch()
        let path = scratch.path("store.db")
        var store = try scratch.store(SQLiteEngine(path: path))
        for batch in 0..<20 {
            _ = try await store.write { tx in
                for number in 0..<100 {
                    try tx.run(
                        "INSERT INTO items (id, amount, bytes) VALUES (?, 1, ?)",
                        [.text("\(batch) \(number)"), .blob(Self.row)])
                }
            }
        }
        _ = try await store.write { tx in try tx.run("DELETE FROM items WHERE id NOT IN ('3 14', '15 92')") }
        store.close()
        let full = try size(path)
        #expect(full > 2000 * 4096)

        store = try scratch.store(SQLiteEngine(path: path))
        try await store.giveBack(keeping: 1500)
        store.close()
        let kept = try size(path)
        #expect(kept < full - 400 * 4096)
        #expect(kept > 1300 * 4096)

        store = try scratch.store(SQLiteEngine(path: path))
        try await store.giveBack(keeping: 0)
        try await store.giveBack(keeping: 0)
        try await store.verify()
        #expect(try await store.read { try $0.rows("SELECT id FROM items ORDER BY id") { $0.text(0) } } == ["15 92", "3 14"])
        store.close()
        #expect(try size(path) < 100 * 4096)
    }

    @Test("a database that could never become smaller is refused, and the way out is told")
    func before() throws {
        let scratch = try Scratch()
        let path = scratch.path("store.db")
        let session = try SQLiteEngine(path: path).writer()
        try session.script("CREATE TABLE a (b TEXT) STRICT")
        session.close()
        // As a program from before would have made it: without a map of its pages. The header says so at 52 and 64
        // (sqlite.org/fileformat2, "Incremental vacuum settings").
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        for offset: UInt64 in [52, 64] {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: [0, 0, 0, 0])
        }
        try file.close()
        do throws(SQLError) {
            _ = try SQLiteEngine(path: path).writer()
            Issue.record("it was opened")
        } catch {
            #expect(error.code == .schema)
            #expect(error.message.contains("PRAGMA auto_vacuum = INCREMENTAL; VACUUM"))
        }
    }
}
