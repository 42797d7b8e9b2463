import Messages
import SQL
import SQLite
import Testing

@testable import AuditStorage

struct WallClockTests {
    @Test("the wall clock stands beside record_time, wrong as it may be, and does not move it")
    func beside() async throws {
        let test = try TestLog()
        let day: Int64 = 24 * 3600 * 1_000_000
        for (number, now, wall) in [(1, 1_000_000, 1_000_007), (2, 2_000_000, 2_000_000 + day), (3, 3_000_000, -5)]
            as [(Int, Int64, Int64)]
        {
            test.now = now
            test.wall = wall
            try await test.append([event(number)], first: Int64(number))
        }
        test.wall = 4_000_001
        test.now = 4_000_000
        try await test.log.record(OwnEvent(Event(eventClass: .audit, action: "clock.jumped")))
        let events = try await page(test, orgA) + page(test, "")
        #expect(events.map(\.recordTime) == [1_000_000, 2_000_000, 3_000_000, 4_000_000])
        #expect(events.map(\.wallAt) == [1_000_007, 2_000_000 + day, -5, 4_000_001])
    }

    @Test("an event from before the column has none")
    func old() async throws {
        let test = try TestLog()
        try await test.append([event(1)], first: 1)
        _ = try await test.store.housekeep { try $0.run("UPDATE events SET wall_at = NULL") }
        #expect(try await page(test, orgA).map(\.wallAt) == [nil])
    }

    private func page(_ test: TestLog, _ organization: String) async throws -> [RecordedLeaf] {
        var query = EventQuery(LogName(organization))
        query.oldestFirst = true
        return try await test.log.list(query).events
    }
}
