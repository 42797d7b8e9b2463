import AuditDomain
import AuditStorage
import Messages
import Testing

/// A producer's database is put back from a backup: its new life sends what waited when the copy was made.
@Suite("A restored source")
struct RestorationTests {
    let test: TestLog

    init() throws { test = try TestLog() }

    /// The copy was made when events 3 to 6 waited; the old database then delivered all of them, and 7 and 8.
    private func restored() async throws -> LogHead {
        let sent = (1...8).map { event($0) }
        try await test.append(sent, first: 1)
        return frontier(of: sent).head
    }

    @Test("what the log has from the life before is not appended again")
    func repeats() async throws {
        let head = try await restored()
        let waiting = (3...6).map { event($0) }
        let first = try await test.append(waiting, first: 1, epoch: "e2")
        #expect(first.nextSequence == 5)
        #expect(first.heads == [LogName(orgA): head])
        // Sent again under the new numbers: compared with the events they stand for.
        #expect(try await test.append(waiting, first: 1, epoch: "e2") == first)
        await #expect { try await test.append([event(9)], first: 2, epoch: "e2") } throws: { error in
            guard case .equivocation(let found)? = (error as? LogError)?.code else { return false }
            return found.sequence == 2 && found.recorded == .leaf(leaf(event(4)))
        }
        // New events go on behind the old ones, also in one batch with repeated ones.
        let mixed = [event(6), event(101), event(102, organization: orgB), event(8), event(103)]
        let appended = try await test.append(mixed, first: 4, epoch: "e2")
        #expect(appended.nextSequence == 9)
        #expect(appended.heads[LogName(orgA)] == frontier(of: (1...8).map { event($0) } + [event(101), event(103)]).head)
        #expect(appended.heads[LogName(orgB)]?.size == 1)
        #expect(try await test.count("repeats") == 5)
    }

    @Test("only the same bytes of the same source under an earlier epoch are a repetition")
    func whatIsNone() async throws {
        try await test.append([event(1), event(2)], first: 1)
        // The same event twice in one life has two numbers, and is two leaves: numbers rule there.
        #expect(try await test.append([event(2)], first: 3).heads[LogName(orgA)]?.size == 3)
        #expect(try await test.append([event(1)], first: 1, source: "mailbox").heads[LogName(orgA)]?.size == 4)
        // An id that comes back with other bytes is another event.
        #expect(try await test.append([event(1, actor: "acc_other")], first: 1, epoch: "e2").heads[LogName(orgA)]?.size == 5)
        let nameless = Event(organizationId: orgA, eventClass: .audit, action: "x").appended()
        try await test.append([nameless], first: 4)
        #expect(try await test.append([nameless], first: 2, epoch: "e2").heads[LogName(orgA)]?.size == 7)
        #expect(try await test.count("repeats") == 0)
    }

    @Test("a third life knows what both before it have sent")
    func thirdLife() async throws {
        try await test.append([event(1)], first: 1)
        try await test.append([event(2)], first: 1, epoch: "e2")
        let appended = try await test.append([event(1), event(2), event(3)], first: 1, epoch: "e3")
        #expect(appended.heads == [LogName(orgA): frontier(of: (1...3).map { event($0) }).head])
    }

    @Test("E3 the installation's log says that a source counts anew, once, and from where")
    func noted() async throws {
        _ = try await restored()
        #expect(try await test.log.list(EventQuery(LogName(""))).events.isEmpty)
        for first in 1...2 { try await test.append([event(20 + first)], first: Int64(first), epoch: "e2") }
        let noted = try await test.log.list(EventQuery(LogName(""))).events
        #expect(noted.count == 1)
        let event = try Event(decoding: #require(noted.first).bytes)
        #expect(event.action == "log.source_restored")
        #expect(event.target?.id == "identity/e2")
        #expect(
            event.changes == [
                EventChange(path: "epoch", before: "e1", after: "e2"),
                EventChange(path: "next_sequence", before: "9", after: "1"),
                EventChange(path: "events_beyond_copy", after: "unknown"),
            ])
        let restoration = Restoration(source: "identity", epoch: "e2", earlierEpoch: "e1", earlierNext: 9)
        #expect(test.restorations == [restoration])
    }

    @Test(
        "E3 the event says how many events the copy does not have, where the copy is of that life",
        arguments: [("e1", Int64(6), "3"), ("e1", 9, "0"), ("e1", 12, "0"), ("e0", 6, "unknown")])
    func beyondCopy(_ epoch: String, _ next: Int64, _ lost: String) async throws {
        _ = try await restored()
        let batch = try Batch(
            source: "identity", epoch: "e2", firstSequence: 1, events: [event(21)], restoredFrom: (epoch, next))
        _ = try await test.log.append(batch)
        let noted = try await test.log.list(EventQuery(LogName(""))).events
        let event = try Event(decoding: #require(noted.first).bytes)
        #expect(event.changes.contains(EventChange(path: "events_beyond_copy", after: lost)))
    }

    @Test("a first batch that is refused begins no new life")
    func refused() async throws {
        _ = try await restored()
        await #expect(throws: LogError.self) { try await test.append([event(20)], first: 2, epoch: "e2") }
        #expect(test.restorations.isEmpty)
        // One, and the log's own, which notes the gap.
        #expect(try await test.count("sources") == 2)
    }
}
