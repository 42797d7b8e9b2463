import AuditDomain
import Contract
import Messages
import RPC
import Testing

@testable import Outbox

@Suite("Reading the log")
struct ReadingTests {
    let service: TestService
    private let admin = "acc_" + String(repeating: "0", count: 25) + "1"

    init() async throws {
        service = try TestService()
        try await service.append(1...5)
    }

    @Test func listsAndPages() async throws {
        var request = ListEventsRequest(organizationId: orgA, filter: EventFilter(action: "account."), pageSize: 2)
        var seen: [Int64] = []
        repeat {
            let answer = try await service.events.listEvents(request, acting("acc_full"))
            seen += answer.events.map(\.index)
            request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty && seen.count < 20
        #expect(seen == [4, 3, 2, 1, 0])
    }

    @Test("events as large as the log takes come page by page, each page within a frame; a page over the most is the most")
    func largestEvents() async throws {
        let numbers = 6...205
        _ = try await service.log().appendEvents(
            AppendEventsRequest(
                source: "identity", epoch: "e1", firstSequence: 6,
                events: numbers.map { largestEvent($0) }))
        var request = ListEventsRequest(organizationId: orgA, filter: EventFilter(action: "group.created"), pageSize: .max)
        var seen: [Int64] = []
        repeat {
            let answer = try await service.events.listEvents(request, acting("acc_full"))
            #expect(answer.encoded().count < Page.bytesMax + 1024 && !answer.events.isEmpty)
            seen += answer.events.map(\.sequence)
            request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(seen == numbers.reversed().map(Int64.init))
    }

    @Test("a list of oldest first ends, although each page's reading is an event of the same log")
    func readingItsOwnReadings() async throws {
        var request = ListEventsRequest(organizationId: orgA, oldestFirst: true, pageSize: 1)
        var seen: [Int64] = []
        repeat {
            let answer = try await service.events.listEvents(request, acting("acc_full"))
            seen += answer.events.map(\.index)
            request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty && seen.count < 50
        #expect(seen == [0, 1, 2, 3, 4])
    }

    @Test func anEventHasItsNumbers() async throws {
        let answer = try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, oldestFirst: true), acting("acc_full"))
        let first = try #require(answer.events.first)
        #expect(first.index == 0 && first.sequence == 1 && first.source == "identity")
        #expect(try first.event == Event(decoding: leaf(event(1))))
        #expect(first.recordTime != nil)
        #expect(answer.head?.size == 5 && answer.head?.organizationId == orgA)
    }

    @Test("C3 reading is itself an event")
    func readingIsRecorded() async throws {
        _ = try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, filter: EventFilter(actorId: admin, outcome: .succeeded)),
            acting("acc_full"))
        _ = try await service.events.proveEvent(
            ProveEventRequest(organizationId: orgA, eventId: evt(2)), acting("acc_full"))
        let readings = try await readings()
        #expect(readings.count == 2)
        #expect(readings.map { $0.target?.id } == [evt(2), orgA])
        let reading = try #require(try await self.readings(of: "audit_log.read").last)
        let list = try #require(reading.event)
        #expect(list.actor == EventActor(id: "acc_full", kind: .account, roleIds: ["rol_full_admin"], authenticatedBy: "caller"))
        #expect(list.changes.map(\.path) == ["query.actor_id", "query.outcome"])
        #expect(list.changes.map(\.after) == [admin, "succeeded"])
        #expect(list.origin?.caller == TestService.gateway && reading.personal.map(\.value) == ["192.0.2.2"])
        #expect(list.personal.map(\.subjectId) == ["acc_full"])
        #expect(list.outcome == .succeeded && list.id.hasPrefix("evt_"))
    }

    @Test("E2 C15 denied attempts are in the log too, and say what was missing")
    func denials() async throws {
        let status = await refused(.permissionDenied, .roleLacksScope) {
            try await service.events.listEvents(ListEventsRequest(organizationId: orgA), acting("acc_support"))
        }
        #expect(status?.metadata["scope"] == "audit_log" && status?.metadata["held"] == "none")
        await refused(.permissionDenied, .roleLacksScope) {
            try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA), acting("acc_support"))
        }
        let readings = try await readings()
        #expect(readings.map(\.outcome) == [.denied, .denied])
        #expect(readings.first?.actor?.id == "acc_support" && readings.first?.actor?.roleIds == ["rol_support"])
        #expect(
            readings.first?.decision
                == EventDecision(
                    reason: "ROLE_LACKS_SCOPE", domain: "mandate.rpc",
                    demands: [EventDemand(scope: "audit_log", needed: .view)]))
    }

    @Test("E1 each log has its readers: who may read what was changed may not therefore read who wrote to whom")
    func classes() async throws {
        let opened = Event(
            id: evt(7), organizationId: orgA, eventClass: .communication, action: "mailbox.opened",
            actor: EventActor(id: admin, kind: .account))
        _ = try await service.log().appendEvents(
            AppendEventsRequest(
                source: "identity", epoch: "e1", firstSequence: 6,
                events: [opened.appended(["origin.address": "192.0.2.99"]), event(8)]))
        let request = ListEventsRequest(organizationId: orgA, eventClass: .communication)
        for _ in 0..<2 {
            let status = await refused(.permissionDenied, .roleLacksScope) {
                try await service.events.listEvents(request, acting("acc_auditor"))
            }
            #expect(status?.metadata["scope"] == "communication_log")
        }
        await refused(.permissionDenied, .roleLacksScope) {
            try await service.logReader.getLogRoot(
                GetLogRootRequest(organizationId: orgA, eventClass: .communication), acting("acc_auditor"))
        }
        let own = try await service.events.listEvents(ListEventsRequest(organizationId: orgA), acting("acc_auditor"))
        #expect(!own.events.contains { $0.event?.id == evt(7) } && own.events.contains { $0.event?.id == evt(8) })
        let answer = try await service.events.listEvents(request, acting("acc_full"))
        #expect(answer.events.map(\.index) == [0] && answer.events.first?.event?.id == evt(7))
        #expect(answer.events.first?.personal.map(\.value) == ["192.0.2.99"])
        #expect(answer.head?.size == 1 && answer.head?.eventClass == .communication)
        await refused(.notFound, .notFound) {
            try await service.events.proveEvent(ProveEventRequest(organizationId: orgA, eventId: evt(7)), acting("acc_full"))
        }
        let proved = try await service.events.proveEvent(
            ProveEventRequest(organizationId: orgA, eventId: evt(7), eventClass: .communication), acting("acc_full"))
        #expect(proved.recorded?.personal == answer.events.first?.personal)
        // All readings, of either, are in the audit log, and say of which they were.
        let readings = try await readings()
        let ofOther = readings.filter { $0.changes.contains(EventChange(path: "query.event_class", after: "communication")) }
        #expect(ofOther.map(\.outcome) == [.succeeded, .succeeded, .denied, .denied, .denied])
    }

    @Test("E2 many denied attempts of one reader are ten events and a count")
    func manyDenials() async throws {
        for _ in 0..<14 {
            await refused(.permissionDenied, .roleLacksScope) {
                try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA), acting("acc_support"))
            }
        }
        #expect(try await readings().count == 10)
        try await service.refusals.writeCounts(all: true)
        let count = try #require(try await readings().first { $0.count > 0 })
        #expect(count.count == 4 && count.outcome == .denied && count.actor?.id == "acc_support")
        #expect(
            count.organizationId == orgA && !count.id.isEmpty && count.firstRefuseTime != nil && count.lastRefuseTime != nil)
    }

    @Test("D28 another organization's log answers as one that does not exist, and keeps no trace")
    func otherOrganization() async throws {
        await refused(.notFound, .notFound) {
            try await service.events.listEvents(ListEventsRequest(organizationId: orgA), acting("acc_other"))
        }
        await refused(.unauthenticated, .accountRequired) {
            try await service.events.listEvents(ListEventsRequest(organizationId: orgA))
        }
        #expect(try await readings().isEmpty)
    }

    @Test func anOrganizationWithoutEvents() async throws {
        let answer = try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgNew), acting("acc_full"))
        #expect(answer.head == TreeHead(organizationId: orgNew, size: 0, root: TreeHash.empty.bytes, eventClass: .audit))
        let list = try await service.events.listEvents(
            ListEventsRequest(organizationId: orgNew), acting("acc_full"))
        #expect(list.events.isEmpty && list.nextPageToken.isEmpty)
        #expect(list.head?.root == TreeHash.empty.bytes)
    }

    @Test("AUDIT an unknown filter is an error")
    func refusedQueries() async throws {
        let cases: [(ErrorReason, String, (inout ListEventsRequest) -> Void)] = [
            (.invalidField, "organization_id", { $0.organizationId = "org_1" }),
            (.invalidField, "filter.actor_id", { $0.filter?.actorId = "spiffe://" + String(repeating: "x", count: 246) }),
            (.tooLong, "filter.action", { $0.filter?.action = String(repeating: "x", count: 255) }),
            (.invalidField, "filter.outcome", { $0.filter?.outcome = .unrecognized(9) }),
            (.invalidField, "filter.record_start_time", { $0.filter?.recordStartTime = Timestamp(seconds: 0, nanos: -1) }),
            (
                .invalidField, "filter.record_start_time",
                { $0.filter?.recordStartTime = Timestamp(seconds: 0, nanos: 1_000_000_000) }
            ),
            (.invalidField, "filter.record_end_time", { $0.filter?.recordEndTime = Timestamp(seconds: .max, nanos: 0) }),
            (
                .invalidField, "filter.record_end_time",
                { $0.filter?.recordEndTime = Timestamp(seconds: 253_402_300_800, nanos: 0) }
            ),
            (
                .invalidField, "filter.record_end_time",
                { $0.filter = EventFilter(recordStartTime: Timestamp(seconds: 2), recordEndTime: Timestamp(seconds: 1)) }
            ),
            (
                .invalidField, "filter.record_end_time",
                { $0.filter = EventFilter(recordStartTime: Timestamp(seconds: 2), recordEndTime: Timestamp(seconds: 2)) }
            ),
            (
                .invalidField, "filter.occur_end_time",
                { $0.filter = EventFilter(occurStartTime: Timestamp(seconds: 2), occurEndTime: Timestamp(seconds: 1)) }
            ),
            (.invalidField, "event_class", { $0.eventClass = .unrecognized(3) }),
            (.invalidField, "page_size", { $0.pageSize = -1 }),
            (.stalePageToken, "page_token", { $0.pageToken = "x" }),
        ]
        for (reason, field, change) in cases {
            var request = ListEventsRequest(organizationId: orgA, filter: EventFilter())
            change(&request)
            let status = await refused(.invalidArgument, reason) {
                try await service.events.listEvents(request, acting("acc_full"))
            }
            #expect(status?.metadata["field"] == field)
        }
        #expect(try await readings().isEmpty)
    }

    @Test("AUDIT an id that could stand in no event is an error, of a list as of a watch, and no empty answer")
    func miswrittenIDs() async throws {
        let digits = String(repeating: "0", count: 26)
        let cases: [(String, WritableKeyPath<EventFilter, String>, [String], [String])] = [
            (
                "actor_id", \.actorId, ["nonsense", "acc_01m8", "grp_\(digits)", "spiffe:"],
                ["acc_\(digits)", "spiffe://test/operator/olga"]
            ),
            (
                "target_id", \.targetId, ["acc_", "x_\(digits)", "ACC_\(digits)", "spiffe://test/operator/olga"],
                ["org", "acc", "grp", "mbx", "dlg", "evt"].map { "\($0)_\(digits)" }
            ),
            ("mailbox_id", \.mailboxId, ["help@example.org", "acc_\(digits)"], ["mbx_\(digits)"]),
            ("subject_id", \.subjectId, ["mbx_\(digits)", "grp_\(digits)0"], ["acc_\(digits)", "grp_\(digits)"]),
        ]
        for (field, path, broken, whole) in cases {
            for text in broken {
                var filter = EventFilter()
                filter[keyPath: path] = text
                let status = await refused(.invalidArgument, .invalidField) {
                    try await service.events.listEvents(
                        ListEventsRequest(organizationId: orgA, filter: filter), acting("acc_full"))
                }
                #expect(status?.metadata["field"] == "filter.\(field)", "\(text)")
                await refused(.invalidArgument, .invalidField) {
                    let watch = WatchEventsRequest(organizationId: orgA, filter: filter)
                    for try await _ in try await service.events.watchEvents(watch, acting("acc_full")) {}
                }
            }
            for text in whole {
                var filter = EventFilter()
                filter[keyPath: path] = text
                _ = try await service.events.listEvents(
                    ListEventsRequest(organizationId: orgA, filter: filter), acting("acc_full"))
            }
        }
    }

    @Test("an action that no event can have is an error that names the nearest, for no empty answer must look like nothing done")
    func unknownActions() async throws {
        for filter in [
            EventFilter(action: "delegation"), EventFilter(withoutActions: ["audit_log.", "delegation"]),
        ] {
            do {
                let request = ListEventsRequest(organizationId: orgA, filter: filter)
                _ = try await service.events.listEvents(request, acting("acc_full"))
                Issue.record("was answered")
            } catch {
                #expect(error.code == .invalidArgument && error.reason == .invalidField)
                #expect(error.metadata["field"] == (filter.action.isEmpty ? "filter.without_actions" : "filter.action"))
                #expect(error.metadata["nearest"]?.split(separator: ",").contains("delegation.") == true)
                #expect(error.message.contains("delegation."))
            }
        }
    }

    @Test func aPageTokenBelongsToItsQuery() async throws {
        let request = ListEventsRequest(organizationId: orgA, pageSize: 2)
        let page = try await service.events.listEvents(request, acting("acc_full"))
        var other = request
        other.filter = EventFilter(actorId: admin)
        other.pageToken = page.nextPageToken
        await refused(.invalidArgument, .stalePageToken) {
            try await service.events.listEvents(other, acting("acc_full"))
        }
        var same = request
        same.pageSize = 3
        same.pageToken = page.nextPageToken
        #expect(try await service.events.listEvents(same, acting("acc_full")).events.map(\.index) == [2, 1, 0])
    }

    /// The recorded readings, newest first, without the one that this asks with.
    private func readings() async throws -> [Event] {
        try await readings(of: "audit_log.read").compactMap(\.event)
    }

    private func readings(of action: String) async throws -> [RecordedEvent] {
        try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, filter: EventFilter(action: action)), acting("acc_full")
        ).events
    }
}
