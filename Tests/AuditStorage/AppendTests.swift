import AuditDomain
import AuditStorage
import Lots
import Messages
import Testing

@Suite("Appending, exactly once")
struct AppendTests {
    let test: TestLog

    init() throws { test = try TestLog() }

    @Test("a thousand events in random batches, sent again at random, make the tree of the events")
    func randomBatches() async throws {
        var random = SplitMix(seed: 42)
        let organizations = [orgA, orgB, orgC, ""]
        let events = (1...1000).map { number in
            event(number, organization: organizations[Int.random(in: 0..<4, using: &random)])
        }
        var next = 1
        while next <= events.count {
            // The producer did not hear an answer: it begins again somewhere before.
            let first = max(1, next - Int.random(in: 0...40, using: &random))
            let last = min(events.count, first + Int.random(in: 0..<90, using: &random))
            let appended = try await test.append(Array(events[first - 1..<last]), first: Int64(first))
            next = max(next, last + 1)
            #expect(appended.nextSequence == Int64(next))
        }
        #expect(try await test.count("events") == 1000)
        for organization in organizations {
            let own = try events.filter { try Event(decoding: leaf($0)).organizationId == organization }
            let head = try await test.log.head(LogName(organization), size: nil)
            #expect(head == frontier(of: own).head)
        }
    }

    @Test func aTreeOverTwoLevelsOfTiles() async throws {
        let events = (1...1400).map { event($0) }
        for start in stride(from: 0, to: events.count, by: 512) {
            let batch = Array(events[start..<min(start + 512, events.count)])
            let appended = try await test.append(batch, first: Int64(start + 1))
            #expect(appended.heads == [LogName(orgA): frontier(of: events.prefix(start + batch.count)).head])
        }
        for size in [1, 255, 256, 257, 511, 512, 1023, 1024, 1025, 1280, 1399, 1400] {
            let head = try await test.log.head(LogName(orgA), size: size)
            #expect(head == frontier(of: events.prefix(size)).head)
        }
        // Five full tiles and the rest of a sixth, and one with the roots of the five.
        #expect(try await test.count("tiles") == 7)
    }

    @Test func whatIsThereIsSkippedAndAnswered() async throws {
        let events = (1...3).map { event($0) }
        let first = try await test.append(events, first: 1)
        let again = try await test.append(events, first: 1)
        #expect(first == again)
        let tail = try await test.append([events[2], event(4)], first: 3)
        #expect(tail.nextSequence == 5)
        #expect(tail.heads[LogName(orgA)]?.size == 4)
    }

    @Test func aNewEpochAndAnotherSourceBeginAtOne() async throws {
        try await test.append([event(1)], first: 1)
        try await test.append([event(2)], first: 1, epoch: "e2")
        let mailbox = try await test.append([event(1)], first: 1, source: "mailbox")
        #expect(mailbox.heads[LogName(orgA)]?.size == 3)
        await refused(.gap(expected: 1)) { try await test.append([event(9)], first: 2, epoch: "e3") }
        // Three, and the log's own, which notes that identity counts anew.
        #expect(try await test.count("sources") == 4)
    }

    @Test func aGapIsRefusedAndNamesTheNumber() async throws {
        try await test.append([event(1), event(2)], first: 1)
        await refused(.gap(expected: 3)) { try await test.append([event(4)], first: 4) }
        await refused(.gap(expected: 1)) { try await test.append([event(4)], first: 2, source: "mailbox") }
        #expect(try await test.log.head(LogName(orgA), size: nil).size == 2)
        // One, and the log's own, which notes the gaps.
        #expect(try await test.count("sources") == 2)
    }

    @Test("E3 the installation's log says once that a source left numbers out, and which")
    func aGapIsAnEvent() async throws {
        try await test.append([event(1), event(2)], first: 1)
        for first: Int64 in [6, 6, 9] {
            await refused(.gap(expected: 3)) { try await test.append([event(4)], first: first) }
        }
        let noted = try await test.log.list(EventQuery(LogName(""))).events
        #expect(noted.count == 1)
        let gap = try Event(decoding: #require(noted.first).bytes)
        #expect(gap.action == "log.gap_refused" && gap.outcome == .denied)
        #expect(gap.actor == EventActor(id: "identity", kind: .service))
        #expect(gap.target?.id == "identity/e1/3")
        #expect(gap.changes == [EventChange(path: "next_sequence", before: "3", after: "6")])
        // Another epoch, another gap.
        await refused(.gap(expected: 1)) { try await test.append([event(4)], first: 6, epoch: "e2") }
        #expect(try await test.log.list(EventQuery(LogName(""))).events.count == 2)
    }

    @Test("a source that leaves numbers out again and again fills no log")
    func gapsAreBounded() async throws {
        for number in 1...40 {
            await refused(.gap(expected: 1)) { try await test.append([event(1)], first: 2, epoch: "e\(number)") }
        }
        #expect(try await test.count("gaps") == 16)
        test.now += 3_600_000_000
        await refused(.gap(expected: 1)) { try await test.append([event(1)], first: 2, epoch: "later") }
        #expect(try await test.count("gaps") == 17)
        #expect(try await test.log.list(EventQuery(LogName(""))).events.count == 17)
    }

    @Test func otherBytesUnderTheSameNumberAreRefusedRecordedAndAlarmed() async throws {
        try await test.append([event(1), event(2)], first: 1)
        let head = try await test.log.head(LogName(orgA), size: nil)
        let equivocation = Equivocation(
            source: "identity", epoch: "e1", sequence: 2, recorded: .leaf(leaf(event(2))), offered: .leaf(leaf(event(7))))
        for _ in 1...2 {
            await refused(.equivocation(equivocation)) {
                try await test.append([event(1), event(7), event(3)], first: 1)
            }
        }
        #expect(test.alarms == [equivocation, equivocation])
        #expect(try await test.count("equivocations") == 1)
        #expect(try await test.log.head(LogName(orgA), size: nil) == head)

        let installation = try await test.log.list(EventQuery(LogName("")))
        let noted = try Event(decoding: #require(installation.events.first).bytes)
        #expect(installation.events.count == 1)
        #expect(noted.action == "log.equivocation_refused")
        #expect(noted.target?.id == "identity/e1/2")
        // The source can go on with what it had said.
        #expect(try await test.append([event(2), event(3)], first: 2).nextSequence == 4)
    }

    @Test("whatever a source says under one number, it is noted once")
    func equivocationsAreBounded() async throws {
        try await test.append([event(1), event(2)], first: 1)
        for (sequence, offered) in [(2, 7), (2, 8), (2, 9), (1, 10), (1, 11)] {
            await #expect(throws: LogError.self) { try await test.append([event(offered)], first: Int64(sequence)) }
        }
        #expect(test.alarms.count == 5)
        #expect(try await test.count("equivocations") == 2)
        let noted = try await test.log.list(EventQuery(LogName(""))).events.map { try Event(decoding: $0.bytes).target?.id }
        #expect(noted == ["identity/e1/1", "identity/e1/2"])
    }

    @Test("a source begins no more than so many epochs within an hour")
    func epochsAreBounded() async throws {
        for number in 1...64 { try await test.append([event(number)], first: 1, epoch: "e\(number)") }
        for number in 65...70 {
            await refused(.tooManyEpochs) { try await test.append([event(number)], first: 1, epoch: "e\(number)") }
        }
        // Its known lives go on, and so do other sources and the log's own.
        #expect(try await test.append([event(71)], first: 2, epoch: "e64").nextSequence == 3)
        try await test.append([event(72)], first: 1, source: "mailbox")
        #expect(try await test.count("sources") == 66)
        #expect(try await test.log.head(.installation, size: nil).size == 63)
        test.now += 3_600_000_000
        #expect(try await test.append([event(65)], first: 1, epoch: "e65").nextSequence == 2)
    }

    @Test(
        "an event of an organization that cannot be is refused: nobody could read its log",
        arguments: [
            "org_a", "org", "org_", "acc_0000000000000000000000000a", "org_8000000000000000000000000a",
            "org_0000000000000000000000000A", " ", String(repeating: "x", count: 12_000),
        ])
    func organizations(organization: String) async throws {
        await refused(.malformedEvent(place: 1)) {
            try await test.append([event(1), event(2, organization: organization)], first: 1)
        }
        #expect(try await test.count("logs") == 0)
    }

    @Test func badBatchesAreRefusedAndNothingIsKept() async throws {
        let large = event(1, target: String(repeating: "x", count: 16 * 1024))
        await refused(.eventTooLong(place: 1)) { try await test.append([event(1), large], first: 1) }
        await refused(.malformedEvent(place: 2)) {
            try await test.append([event(1), event(2), [0xff, 0xff]], first: 1)
        }
        await refused(.batchSize) { try await test.append([], first: 1) }
        await refused(.batchSize) { try await test.append((1...513).map { event($0) }, first: 1) }
        await refused(.invalidField("first_sequence")) { try await test.append([event(1)], first: 0) }
        await refused(.invalidField("first_sequence")) { try await test.append([event(1)], first: .max) }
        await refused(.invalidField("source")) { try await test.append([event(1)], first: 1, source: "") }
        await refused(.invalidField("epoch")) { try await test.append([event(1)], first: 1, epoch: "") }
        #expect(try await test.count("events") == 0)
    }

    @Test("AUDIT an event of 16 KiB is taken, byte for byte")
    func largestEvent() async throws {
        let surplus = leaf(event(1, target: String(repeating: "x", count: 16_200))).count - 16_200
        let largest = event(1, target: String(repeating: "x", count: 16 * 1024 - surplus))
        #expect(leaf(largest).count == 16 * 1024)
        try await test.append([largest], first: 1)
        let page = try await test.log.list(EventQuery(LogName(orgA)))
        #expect(page.events.map(\.bytes) == [leaf(largest)])
    }

    @Test func theLogsOwnEventsHaveTheirOwnNumbers() async throws {
        for number in 1...3 {
            try await test.log.record(OwnEvent(Event(organizationId: orgA, eventClass: .audit, action: "audit_log.read")))
            let page = try await test.log.list(EventQuery(LogName(orgA)))
            let newest = try #require(page.events.first)
            #expect(newest.source == "audit")
            #expect(newest.sequence == Int64(number))
            #expect(try Event(decoding: newest.bytes).id == "evt_own\(number)")
        }
    }

    private func refused(
        _ code: LogError.Code, at location: SourceLocation = #_sourceLocation, _ work: () async throws -> Appended
    ) async {
        do {
            _ = try await work()
            Issue.record("accepted", sourceLocation: location)
        } catch let error as LogError {
            #expect(error.code == code, sourceLocation: location)
        } catch {
            Issue.record(error, sourceLocation: location)
        }
    }
}
