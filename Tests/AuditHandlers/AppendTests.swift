import AuditDomain
import Messages
import RPC
import Testing

@Suite("LogService/AppendEvents")
struct AppendTests {
    let service: TestService

    init() throws { service = try TestService() }

    @Test func answersTheNextNumberAndTheHeads() async throws {
        let answer = try await service.log().appendEvents(
            AppendEventsRequest(
                source: "identity", epoch: "e1", firstSequence: 1,
                events: [event(1, orgB), event(2, orgA), event(3, orgB)]))
        var b = Frontier()
        b.append(.leaf(leaf(event(1, orgB))))
        b.append(.leaf(leaf(event(3, orgB))))
        #expect(answer.nextSequence == 4)
        #expect(answer.heads.map(\.organizationId) == [orgA, orgB])
        #expect(answer.heads.map(\.size) == [1, 2])
        #expect(answer.heads.last?.root == b.root.bytes)
    }

    @Test(
        "a caller appends its own source and no other",
        arguments: [
            "spiffe://test/service/mailbox", "spiffe://test/service/misconfigured", "",
        ])
    func sources(caller: String) async throws {
        for source in ["identity", "mailbox", "audit"] {
            await refused(.permissionDenied, .callerNotAllowed) {
                try await service.log(as: caller).appendEvents(
                    AppendEventsRequest(source: source, epoch: "e1", firstSequence: 1, events: [event(1)]))
            }
        }
        await refused(.permissionDenied, .callerNotAllowed) {
            try await service.log().appendEvents(
                AppendEventsRequest(source: "mailbox", epoch: "e1", firstSequence: 1, events: [event(1)]))
        }
    }

    @Test func missingFields() async throws {
        let whole = AppendEventsRequest(source: "identity", epoch: "e1", firstSequence: 1, events: [event(1)])
        let cases: [(String, WritableKeyPath<AppendEventsRequest, String>)] = [("source", \.source), ("epoch", \.epoch)]
        for (field, path) in cases {
            var request = whole
            request[keyPath: path] = ""
            let status = await refused(.invalidArgument, .missingField) { try await service.log().appendEvents(request) }
            #expect(status?.metadata["field"] == field)
        }
        var request = whole
        request.events = []
        await refused(.invalidArgument, .missingField) { try await service.log().appendEvents(request) }
        request = whole
        request.firstSequence = 0
        await refused(.invalidArgument, .invalidField) { try await service.log().appendEvents(request) }
        request.events = (1...513).map { event($0) }
        request.firstSequence = 1
        await refused(.invalidArgument, .tooLong) { try await service.log().appendEvents(request) }
    }

    @Test func aBadEventIsNamedByItsPlace() async throws {
        func append(_ events: [[UInt8]]) async throws -> AppendEventsResponse {
            try await service.log().appendEvents(
                AppendEventsRequest(source: "identity", epoch: "e1", firstSequence: 1, events: events))
        }
        let malformed = await refused(.invalidArgument, .malformedMessage) {
            try await append([event(1), [0xff, 0xff]])
        }
        #expect(malformed?.metadata["index"] == "1")
        let timeless = await refused(.invalidArgument, .malformedMessage) {
            try await append([Event(id: evt(1), occurTime: Timestamp(seconds: 0, nanos: 1_000_000_000)).appended()])
        }
        #expect(timeless?.metadata["index"] == "0")
        let long = await refused(.invalidArgument, .tooLong) {
            try await append([event(1, action: String(repeating: "x", count: 17_000))])
        }
        #expect(long?.metadata["field"] == "events" && long?.metadata["index"] == "0")
        let longer = await refused(.invalidArgument, .tooLong) { try await append([[UInt8](repeating: 7, count: 53_249)]) }
        #expect(longer?.metadata["field"] == "events[0]")
        let classless = await refused(.invalidArgument, .malformedMessage) { try await append([Event(id: evt(1)).appended()]) }
        #expect(classless?.metadata["index"] == "0")
        #expect(try await append([event(1)]).nextSequence == 2)
    }

    @Test func gapsAndEquivocations() async throws {
        try await service.append(1...3)
        let gap = await refused(.failedPrecondition, .sequenceGap) { try await service.append(5...6) }
        #expect(gap?.metadata["expected"] == "4")
        let other = await refused(.dataLoss, .equivocation) {
            try await service.append(2...3, organization: orgB)
        }
        #expect(other?.metadata["sequence"] == "2")
        #expect(try await service.append(3...4).nextSequence == 5)
    }

    @Test func aClosedStoreIsUnavailable() async throws {
        service.store.close()
        await refused(.unavailable, .draining) { try await service.append(1...1) }
    }
}
