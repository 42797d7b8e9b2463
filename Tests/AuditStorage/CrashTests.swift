import AuditDomain
import AuditStorage
import SQL
import Testing

/// A transaction that fails anywhere leaves events, tree and number as they were, and the next one continues from there.
@Suite("A failed append leaves no trace")
struct CrashTests {
    let test: TestLog

    init() throws { test = try TestLog(isPortable: false) }

    @Test(arguments: ["events", "tiles", "logs", "sources"])
    func failingAtTheStatementOn(_ table: String) async throws {
        let events = (1...300).map { event($0) }
        try await test.append(Array(events.prefix(200)), first: 1)
        let head = try await test.log.head(LogName(orgA), size: nil)

        // The trigger fails the transaction at the point where it writes to this table for the last event.
        let condition = table == "events" ? "WHEN NEW.sequence = 290" : ""
        let verb = table == "events" || table == "tiles" ? "INSERT" : "UPDATE"
        try await statement(
            "CREATE TRIGGER fail BEFORE \(verb) ON \(table) \(condition) BEGIN SELECT RAISE(ABORT, 'crash'); END")
        await #expect(throws: SQLError.self) {
            try await test.append(Array(events.dropFirst(150)), first: 151)
        }
        #expect(try await test.log.head(LogName(orgA), size: nil) == head)
        #expect(try await test.count("events") == 200)
        try await statement("DROP TRIGGER fail")

        let appended = try await test.append(Array(events.dropFirst(150)), first: 151)
        #expect(appended.nextSequence == 301)
        #expect(appended.heads[LogName(orgA)] == frontier(of: events).head)
        for size in [200, 256, 300] {
            #expect(
                try await test.log.head(LogName(orgA), size: size) == frontier(of: events.prefix(size)).head)
        }
    }

    @Test func damagedTablesAreNotAnswered() async throws {
        try await test.append([event(1), event(2), event(3)], first: 1)
        try await statement("UPDATE logs SET size = 2, edge = substr(edge, 1, 32)")
        await #expect(throws: LogError.self) { try await test.log.head(LogName(orgA), size: nil) }
        await #expect(throws: LogError.self) { try await test.append([event(4)], first: 4) }
    }

    private func statement(_ sql: String) async throws {
        _ = try await test.store.write { transaction in try transaction.run(sql) }
    }
}
