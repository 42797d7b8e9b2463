import AuditStorage
import Contract
import Messages
import RPC
import Testing

@Suite("Watching the log")
struct WatchTests {
    let service: TestService

    init() async throws {
        service = try TestService()
        try await service.append(1...5)
    }

    private func watch(
        from index: Int64? = nil, as account: String = "acc_full", _ change: (inout EventFilter) -> Void = { _ in }
    ) async throws -> Watching {
        var filter = EventFilter()
        change(&filter)
        let request = WatchEventsRequest(organizationId: orgA, filter: filter, begin: index.map { .index($0) })
        return Watching(try await service.events.watchEvents(request, acting(account)))
    }

    /// Events that say how watches have ended, as they come.
    private func ends() async throws -> Watching {
        var ends = try await watch { $0.action = "audit_log.watch_ended" }
        #expect(try await ends.next().events.isEmpty)
        return ends
    }

    @Test("what is there comes first, then what arrives, each event once and in order")
    func order() async throws {
        var watching = try await watch(from: 2) { $0.action = "account." }
        let first = try await watching.next()
        #expect(first.events.map(\.index) == [2, 3, 4])
        // The beginning of the watch is in the log before its first event is shown.
        #expect(first.nextIndex == 6 && first.head?.size == 6)
        try await service.append(6...7)
        try await service.append(8...8, organization: orgB)
        try await service.append(9...9)
        var seen: [Int64] = []
        while seen.count < 3 { seen += try await watching.next().events.map(\.sequence) }
        #expect(seen == [6, 7, 9])
    }

    @Test("without an index the first response is empty and says where the watch began; its own beginning is not in it")
    func fromNow() async throws {
        var watching = try await watch()
        let first = try await watching.next()
        #expect(first.events.isEmpty && first.nextIndex == 6)
        try await service.append(6...6)
        let second = try await watching.next()
        #expect(second.events.map(\.index) == [6] && second.nextIndex == 7)
    }

    @Test("filters leave out by outcome and by action, and the place to go on is behind what was left out")
    func filters() async throws {
        _ = try await service.log().appendEvents(
            AppendEventsRequest(
                source: "identity", epoch: "e1", firstSequence: 6,
                events: [event(6, action: "group.created"), event(7, action: "session.begun"), event(8, action: "grouped")]))
        var watching = try await watch(from: 0) { request in
            request.outcome = .succeeded
            request.withoutActions = ["account.suspended", "session.", "audit_log."]
        }
        let first = try await watching.next()
        #expect(first.events.compactMap { $0.event?.action } == ["group.created", "grouped"])
        #expect(first.nextIndex == 9)
    }

    @Test("C3 a watch leaves one event when it begins and one when it ends, which says how many were sent")
    func twoEvents() async throws {
        var ends = try await ends()
        var watching = try await watch(from: 1) { $0.action = "account." }
        #expect(try await watching.next().events.count == 4)
        for number in 6...20 {
            try await service.append(number...number)
            #expect(try await watching.next().events.map(\.sequence) == [Int64(number)])
        }
        watching.cancel()
        let end = try #require(try await ends.next().events.first?.event)
        #expect(end.action == "audit_log.watch_ended" && end.outcome == .succeeded && end.decision?.reason == "CANCELLED")
        #expect(end.actor == EventActor(id: "acc_full", kind: .account, roleIds: ["rol_full_admin"], authenticatedBy: "caller"))
        #expect(end.target?.id == orgA && end.target?.resourceType == "audit_log")
        let begins = try await list("audit_log.watch_begun").filter { $0.changes.first?.after == "account." }
        #expect(begins.count == 1)
        #expect(end.changes.map(\.path) == ["query.action", "watch.begun_by", "watch.events", "watch.index"])
        #expect(end.changes.map(\.after) == ["account.", begins.first?.id ?? "", "19", "\(5 + 2 + 15)"])
        #expect(try await list("audit_log.watch_ended").count == 1)
        #expect(try await list("audit_log.read").count == 2)
    }

    @Test("C2 C3 nothing is sent after the right was taken away, and the end is in the log as a denial")
    func revoked() async throws {
        var ends = try await ends()
        var watching = try await watch(as: "acc_admin") { $0.action = "account." }
        #expect(try await watching.next().events.isEmpty)
        _ = service.revoked.accounts.withLock { $0.insert("acc_admin") }
        try await service.append(6...6)
        let status = await refused(.permissionDenied, .roleLacksScope) { try await watching.next() }
        #expect(status?.metadata["scope"] == "audit_log")
        let end = try #require(try await ends.next().events.first?.event)
        #expect(end.outcome == .denied && end.decision?.reason == "ROLE_LACKS_SCOPE" && end.actor?.id == "acc_admin")
        #expect(end.changes.first { $0.path == "watch.events" }?.after == "0")
    }

    @Test("E1 a watch of the communication log begins at its own end, and sends what comes there")
    func communication() async throws {
        let opened = { (number: Int) in
            Event(id: evt(number), organizationId: orgA, eventClass: .communication, action: "mailbox.opened").appended()
        }
        let append = { [service] (number: Int) in
            _ = try await service.log().appendEvents(
                AppendEventsRequest(source: "identity", epoch: "e1", firstSequence: Int64(number), events: [opened(number)]))
        }
        try await append(6)
        var watching = Watching(
            try await service.events.watchEvents(
                WatchEventsRequest(organizationId: orgA, eventClass: .communication), acting("acc_full")))
        let first = try await watching.next()
        #expect(first.events.isEmpty && first.nextIndex == 1)
        try await service.append(7...7)
        try await append(8)
        let second = try await watching.next()
        #expect(second.events.map(\.sequence) == [8] && second.nextIndex == 2)
    }

    @Test("C3 a drain ends every watch, each leaves its event, and none begins any more")
    func drain() async throws {
        var watching = try await watch(from: 0)
        _ = try await watching.next()
        service.arrivals.drain()
        await refused(.unavailable, .draining) { while true { _ = try await watching.next() } }
        let end = try #require(try await list("audit_log.watch_ended").first)
        #expect(end.decision?.reason == "DRAINING" && end.outcome == .succeeded)
        await refused(.unavailable, .draining) {
            var another = try await watch()
            return try await another.next()
        }
    }

    @Test("who was cut off goes on at the index, and misses and repeats nothing")
    func resuming() async throws {
        var seen: [Int64] = []
        var next: Int64 = 0
        for number in 6...9 {
            var watching = try await watch(from: next) { $0.action = "account." }
            let response = try await watching.next()
            seen += response.events.map(\.sequence)
            next = response.nextIndex
            watching.cancel()
            try await service.append(number...number)
        }
        #expect(seen == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test("a place that the log has not is refused, and so is a filter that is not understood")
    func refusals() async throws {
        let cases: [(Code, ErrorReason, (inout WatchEventsRequest) -> Void)] = [
            (.outOfRange, .treeTooSmall, { $0.begin = .index(6) }),
            (.invalidArgument, .invalidField, { $0.begin = .index(-1) }),
            (.invalidArgument, .invalidField, { $0.organizationId = "org_1" }),
            (.invalidArgument, .invalidField, { $0.eventClass = .unrecognized(7) }),
            (.invalidArgument, .missingField, { $0.filter = EventFilter(withoutActions: [""]) }),
            (.invalidArgument, .tooLong, { $0.filter = EventFilter(withoutActions: Array(repeating: "x", count: 33)) }),
            (.invalidArgument, .invalidField, { $0.filter = EventFilter(outcome: .unrecognized(7)) }),
        ]
        for (code, reason, change) in cases {
            var request = WatchEventsRequest(organizationId: orgA)
            change(&request)
            await refused(code, reason) {
                var watching = Watching(try await service.events.watchEvents(request, acting("acc_full")))
                return try await watching.next()
            }
        }
        #expect(try await list("audit_log.").isEmpty)
        await refused(.permissionDenied, .roleLacksScope) {
            var watching = try await watch(as: "acc_support")
            return try await watching.next()
        }
        let denied = try await list("audit_log.watch_begun")
        #expect(denied.map(\.outcome) == [.denied])
    }

    @Test("a log's watches are bounded, and one that ends makes room")
    func bounds() async throws {
        var ends = try await ends()
        var watchings: [Watching] = []
        for _ in 1..<Arrivals.watchersOfLogMax {
            var watching = try await watch { $0.action = "log." }
            _ = try await watching.next()
            watchings.append(watching)
        }
        await refused(.resourceExhausted, .limitExceeded) {
            var watching = try await watch()
            return try await watching.next()
        }
        watchings[0].cancel()
        _ = try await ends.next()
        var watching = try await watch()
        _ = try await watching.next()
        #expect(service.arrivals.count == Arrivals.watchersOfLogMax)
    }

    /// Newest first. The reading itself is not in it.
    private func list(_ action: String) async throws -> [Event] {
        try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, filter: EventFilter(action: action)), acting("acc_full")
        ).events.compactMap(\.event)
    }
}

/// A client's side of a watch.
private struct Watching {
    private let responses: ResponseReader<WatchEventsResponse>
    private var iterator: MessageIterator<WatchEventsResponse>

    init(_ responses: ResponseReader<WatchEventsResponse>) {
        self.responses = responses
        iterator = responses.makeAsyncIterator()
    }

    mutating func next() async throws -> WatchEventsResponse {
        try #require(try await iterator.next())
    }

    func cancel() { responses.cancel() }
}
