import Foundation
import SQL
import SQLite
import Testing

@Suite("SQLite backup and restore")
struct RestoreTests {
    /// A backup of four items with two events waiting, the first of three being acknowledged.
    private func backup(_ scratch: Scratch) async throws -> (Backup, epoch: String, secretKey: [UInt8]) {
        let store = try scratch.store(SQLiteEngine(path: scratch.path("store.db")))
        defer { store.close() }
        for number in 0..<4 {
            _ = try await store.write { transaction in
                try insert("i\(number)", transaction)
                transaction.record(change("i\(number)"))
                if number < 3 { _ = try transaction.event([UInt8(number)]) }
            }
        }
        try await store.outboxAcknowledge(upTo: 1)
        return (try await store.backup(to: scratch.path("backup.db")), store.epoch, store.secretKey)
    }

    @Test("a restored database goes on at its position, in a new epoch, its events numbered from 1")
    func restore() async throws {
        let scratch = try Scratch()
        let (backup, epoch, secretKey) = try await backup(scratch)
        #expect(backup.position == 4)
        #expect(backup.bytes == Int64(try Data(contentsOf: URL(fileURLWithPath: scratch.path("backup.db"))).count))
        #expect(
            try SQLiteEngine.restore(backup: scratch.path("backup.db"), to: scratch.path("restored.db")) == backup)
        let engine = SQLiteEngine(path: scratch.path("restored.db"))
        let store = try scratch.store(engine)
        let restored = store.epoch
        #expect(restored != epoch)
        // What the log says of secrets before and after is one story.
        #expect(store.secretKey == secretKey)
        // D17: what the replaced database promised its followers is unknown, so the longest lease is waited out.
        #expect(store.leaseMicros == Store.leaseMicrosMax)
        #expect(store.position == 4)
        // E3: what the log has of that life from event 4 on, this database does not.
        let earlier = try #require(try await store.earlierLife())
        #expect(earlier.epoch == epoch && earlier.next == 4)
        #expect(try await items(store) == ["i0", "i1", "i2", "i3"])
        #expect(
            try await store.outboxBatch(events: 9, bytes: 99).map { [UInt8($0.sequence)] + $0.event }
                == [[1, 1], [2, 2]])
        #expect(try await store.write { try $0.event([9]) } == Written(value: 3, position: 5))
        guard case .changes(let transactions, through: 5) = try await store.changes(after: 0, limit: 9) else {
            Issue.record("no changes")
            return
        }
        #expect(transactions.count == 4)
        store.close()
        let again = try scratch.store(engine)
        #expect(again.epoch == restored)
        again.close()
    }

    @Test("a restore never overwrites, nor runs beside a server")
    func refusals() async throws {
        let scratch = try Scratch()
        _ = try await backup(scratch)
        let from = scratch.path("backup.db")
        #expect { try SQLiteEngine.restore(backup: from, to: scratch.path("store.db")) } throws: { code($0) == .misuse }
        let store = try scratch.store(SQLiteEngine(path: scratch.path("other.db")))
        #expect { try SQLiteEngine.restore(backup: from, to: scratch.path("other.db")) } throws: { code($0) == .busy }
        store.close()
        #expect { try SQLiteEngine.restore(backup: scratch.path("none"), to: scratch.path("x.db")) } throws: {
            code($0) == .io
        }
        let engine = SQLiteEngine(path: scratch.path("theirs.db"))
        let session = try engine.writer()
        try session.script("CREATE TABLE theirs (id TEXT) STRICT")
        session.close()
        #expect { try SQLiteEngine.restore(backup: engine.path, to: scratch.path("x.db")) } throws: {
            code($0) == .schema
        }
    }

    @Test("a damaged backup is refused and leaves no file")
    func damaged() async throws {
        let scratch = try Scratch()
        _ = try await backup(scratch)
        let from = URL(fileURLWithPath: scratch.path("backup.db"))
        var bytes = try Data(contentsOf: from)
        for index in bytes.indices where index >= 4_096 && index % 7 == 0 { bytes[index] = 0xee }
        try bytes.write(to: from)
        #expect { try SQLiteEngine.restore(backup: from.path, to: scratch.path("x.db")) } throws: { code($0) == .corrupt }
        let names = try FileManager.default.contentsOfDirectory(atPath: from.deletingLastPathComponent().path)
        #expect(names.filter { $0.hasPrefix("x.db") && $0 != "x.db.lock" } == [])
    }
}
