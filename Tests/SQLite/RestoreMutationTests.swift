import Foundation
import SQL
import SQLite
import Testing

/// A backup that something has changed on its way: restored, or refused in words and without a trace. `make fuzz` does more rounds.
@Suite("SQLite damaged backups")
struct RestoreMutationTests {
    /// Each writes and syncs a database, so a hundredth of what others do.
    private static let rounds = (ProcessInfo.processInfo.environment["MANDATE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 4000) / 100

    private var state: UInt64 = 42

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// Bytes of the header, of any page, or of the end.
    private mutating func damaged(_ bytes: Data) -> Data {
        var bytes = bytes
        switch below(4) {
        case 0: bytes[below(100)] = UInt8(below(256))
        case 1: bytes = bytes.prefix(below(bytes.count))
        case 2: bytes += Data(repeating: UInt8(below(256)), count: 1 + below(5000))
        default:
            for _ in 0...below(30) { bytes[below(bytes.count)] ^= 1 << UInt8(below(8)) }
        }
        return bytes
    }

    @Test("a damaged backup is restored or refused; a restored one opens or is refused")
    mutating func mutated() async throws {
        let scratch = try Scratch()
        let store = try scratch.store(SQLiteEngine(path: scratch.path("store.db")))
        for number in 0..<40 {
            _ = try await store.write { transaction in
                try insert("i\(number)", transaction)
                transaction.record(change("i\(number)"))
                _ = try transaction.event([UInt8(number)])
            }
        }
        _ = try await store.backup(to: scratch.path("backup.db"))
        store.close()
        let whole = try Data(contentsOf: URL(filePath: scratch.path("backup.db")))
        var (restored, refused) = (0, 0)
        for round in 0..<Self.rounds {
            let (from, to) = (scratch.path("from\(round).db"), scratch.path("to\(round).db"))
            try damaged(whole).write(to: URL(filePath: from))
            do throws(SQLError) {
                _ = try SQLiteEngine.restore(backup: from, to: to)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty && error.code != .full, "round \(round): \(error)")
                #expect(!FileManager.default.fileExists(atPath: to), "round \(round) leaves a file")
                continue
            }
            restored += 1
            await #expect(throws: Never.self, "round \(round)") { try await use(scratch, to) }
        }
        #expect(restored > 0 && refused > 0, "\(restored) restored, \(refused) refused")
    }

    /// Reads and writes everything; what the store says of a database that it cannot use is no failure of the test.
    private func use(_ scratch: Scratch, _ path: String) async throws {
        do {
            let store = try scratch.store(SQLiteEngine(path: path))
            defer { store.close() }
            #expect(try await items(store).count <= 40)
            _ = try await store.changes(after: 0, limit: 100)
            _ = try await store.outboxBatch(events: 100, bytes: 10_000)
            _ = try await store.write { try $0.event([9]) }
        } catch let error as SQLError {
            #expect(!error.message.isEmpty)
        }
    }
}
