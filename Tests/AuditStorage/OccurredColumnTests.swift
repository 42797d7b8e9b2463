import AuditStorage
import Foundation
import SQL
import SQLite
import Testing

struct OccurredColumnTests {
    @Test("events from before the column count as happened when they were recorded")
    func older() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func open(_ migrations: ArraySlice<Migration>) throws -> Store {
            try Store(
                engine: SQLiteEngine(path: folder.appending(path: "audit.db").path), migrations: Array(migrations),
                clock: { 1 }, random: { [UInt8](repeating: 7, count: $0) })
        }
        let before = try open(auditMigrations.prefix { $0.name != "occurred" })
        _ = try await before.write { transaction in
            try transaction.run(
                """
                INSERT INTO logs (log, organization, class, size, root, edge, record_time)
                VALUES (1, 'org_a', 1, 1, zeroblob(32), x'', 5)
                """)
            try transaction.run("INSERT INTO sources (source, name, epoch, next_sequence) VALUES (1, 'identity', 'e', 2)")
            try transaction.run(
                """
                INSERT INTO events (log, idx, source, sequence, record_time, leaf, id, personal_bytes, outcome, action)
                VALUES (1, 0, 1, 1, 5, x'00', 'evt_1', 0, 1, 'account.suspended')
                """)
        }
        before.close()
        let after = try open(auditMigrations[...])
        defer { after.close() }
        #expect(try await after.read { try $0.rows("SELECT occur_time FROM events") { $0.integer(0) } } == [5])
    }
}
