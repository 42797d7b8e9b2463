import AuditDomain
import AuditStorage
import Messages
import Testing

@Suite("Listing events")
struct QueryTests {
    let test: TestLog

    init() async throws {
        test = try TestLog()
        let batches: [(Int64, [[UInt8]])] = [
            (
                2_000_000,
                [
                    event(1, action: "account.invited", actor: "acc_1", target: "acc_9"),
                    event(2, action: "account.suspended", actor: "acc_2", target: "acc_9"),
                    event(3, organization: orgB, actor: "acc_1"),
                ]
            ),
            (
                3_000_000,
                [
                    event(4, action: "delegation.granted", actor: "acc_1", mailbox: "mbx_1", subject: "acc_8"),
                    event(5, action: "delegation.revoked", actor: "acc_1", mailbox: "mbx_1", outcome: .denied),
                ]
            ),
            // The clock goes back; record_time does not.
            (
                2_500_000,
                [
                    event(6, action: "delegation.granted", actor: "acc_2", mailbox: "mbx_2", subject: "acc_8"),
                    event(7, action: "mailbox.opened", actor: "acc_1", mailbox: "mbx_1", eventClass: .communication),
                ]
            ),
            (4_000_000, [event(8, action: "delegations_exported", actor: "acc_2")]),
        ]
        var first: Int64 = 1
        for (time, events) in batches {
            test.now = time
            try await test.append(events, first: first)
            first += Int64(events.count)
        }
    }

    @Test func eachFilter() async throws {
        try await expect([8, 6, 5, 4, 2, 1]) { _ in }
        try await expect([1, 2, 4, 5, 6, 8]) { $0.oldestFirst = true }
        try await expect([5, 4, 1]) { $0.actor = "acc_1" }
        try await expect([2, 1]) { $0.target = "acc_9" }
        try await expect([5, 4]) { $0.mailbox = "mbx_1" }
        try await expect([6, 4]) { $0.subject = "acc_8" }
        try await expect([6, 4]) { $0.action = "delegation.granted" }
        try await expect([6, 5, 4]) { $0.action = "delegation." }
        try await expect([]) { $0.action = "delegation" }
        try await expect([5]) { $0.outcome = .denied }
        try await expect([8, 5, 2, 1]) { $0.withoutActions = ["delegation.granted"] }
        try await expect([8, 2]) { $0.withoutActions = ["delegation.", "account.invited"] }
        try await expect([5]) {
            $0.action = "delegation."
            $0.withoutActions = ["delegation.granted"]
        }
        try await expect([]) { $0.outcome = .unrecognized(77) }
        try await expect([]) { $0.actor = "acc_1' OR 1=1 --" }
    }

    @Test func filtersAreJoinedByAnd() async throws {
        try await expect([4]) {
            $0.actor = "acc_1"
            $0.mailbox = "mbx_1"
            $0.outcome = .succeeded
            $0.action = "delegation."
        }
        try await expect([]) {
            $0.actor = "acc_2"
            $0.mailbox = "mbx_1"
        }
    }

    @Test func timesAreBoundsOfWhatWasRecorded() async throws {
        try await expect([8, 6, 5, 4]) { $0.recordStartTime = 3_000_000 }
        try await expect([2, 1]) { $0.recordEndTime = 3_000_000 }
        try await expect([6, 5, 4]) {
            $0.recordStartTime = 2_000_001
            $0.recordEndTime = 4_000_000
        }
        try await expect([]) { $0.recordStartTime = 4_000_001 }
        try await expect([]) {
            $0.recordStartTime = 4_000_000
            $0.recordEndTime = 2_000_000
        }
        try await expect([8]) {
            $0.recordStartTime = 4_000_000
            $0.recordEndTime = .max
        }
        let page = try await test.log.list(EventQuery(LogName(orgA)))
        #expect(page.events.map(\.recordTime) == [4, 3, 3, 3, 2, 2].map { $0 * 1_000_000 })
    }

    @Test("an event is found by when it happened, however late it was recorded, and by both times together")
    func timesOfWhatHappened() async throws {
        let happened: [(number: Int, at: Int64?)] = [(20, 900), (21, 300), (22, nil), (23, 1000), (24, 301)]
        for (offset, one) in happened.enumerated() {
            test.now = 5_000_000 + Int64(offset)
            try await test.append(
                [event(one.number, organization: orgT, occurTime: one.at)], first: Int64(offset + 1), source: "mailbox")
        }
        try await expect([24, 21, 20], in: orgT) {
            $0.occurStartTime = 300
            $0.occurEndTime = 1000
        }
        try await expect([21], in: orgT) { $0.occurEndTime = 301 }
        // One that does not say happened when it was recorded.
        try await expect([22], in: orgT) { $0.occurStartTime = 5_000_000 }
        try await expect([24, 23], in: orgT) {
            $0.recordStartTime = 5_000_002
            $0.occurEndTime = 5_000_000
        }
        try await expect([], in: orgT) { $0.occurStartTime = 5_000_003 }
        try await expect([], in: orgT) {
            $0.occurStartTime = 1000
            $0.occurEndTime = 300
        }
    }

    @Test("pages miss and repeat nothing, though events arrive between them", arguments: [true, false])
    func pages(oldestFirst: Bool) async throws {
        var query = EventQuery(LogName(orgA))
        query.oldestFirst = oldestFirst
        var seen: [Int] = []
        var more = true
        while more {
            let page = try await test.log.list(query, rows: 2)
            #expect(page.events.count <= 2)
            seen += page.events.map(\.index)
            query.after = page.events.last?.index
            more = page.more && seen.count < 20
            if !oldestFirst {
                try await test.log.record(
                    OwnEvent(Event(organizationId: orgA, eventClass: .audit, action: "audit_log.read")))
            }
        }
        #expect(seen == (oldestFirst ? [0, 1, 2, 3, 4, 5] : [5, 4, 3, 2, 1, 0]))
    }

    @Test("AUDIT large events make pages shorter and never stop them")
    func largeEvents() async throws {
        let large = (1...300).map { event($0, organization: orgL, target: String(repeating: "x", count: 16_000)) }
        try await test.append(large, first: 1, source: "mailbox")
        var query = EventQuery(LogName(orgL))
        query.oldestFirst = true
        var pages = 0
        var seen = 0
        while pages < 10 {
            let page = try await test.log.list(query, rows: 1000)
            #expect(!page.events.isEmpty)
            #expect(page.events.reduce(0) { $0 + $1.bytes.count } <= 1 << 20)
            pages += 1
            seen += page.events.count
            query.after = page.events.last?.index
            if !page.more { break }
        }
        #expect(seen == 300)
        #expect(pages == 5)
    }

    @Test func aCursorMayBeAnyNumber() async throws {
        for after in [-1, 0, 7, .max] {
            for oldestFirst in [true, false] {
                var query = EventQuery(LogName(orgA))
                query.oldestFirst = oldestFirst
                query.after = after
                let indices = try await test.log.list(query).events.map(\.index)
                #expect(indices.allSatisfy { oldestFirst ? $0 > after : $0 < after })
            }
        }
    }

    @Test func anOrganizationWithoutEvents() async throws {
        let page = try await test.log.list(EventQuery(LogName("org_none")))
        #expect(page.events.isEmpty && !page.more)
        #expect(page.head == .empty)
    }

    @Test func aPageCarriesTheHead() async throws {
        let page = try await test.log.list(EventQuery(LogName(orgA)))
        #expect(page.head.size == 6)
        #expect(try await test.log.head(LogName(orgA), size: nil) == page.head)
    }

    private func expect(
        _ numbers: [Int], in organization: String = orgA, at location: SourceLocation = #_sourceLocation,
        _ filter: (inout EventQuery) -> Void
    ) async throws {
        var query = EventQuery(LogName(organization))
        filter(&query)
        let page = try await test.log.list(query)
        #expect(
            try page.events.map { try Event(decoding: $0.bytes).id } == numbers.map { "evt_\($0)" },
            sourceLocation: location)
        #expect(!page.more, sourceLocation: location)
    }
}
