import Contract
import Messages
import RPC
import Testing

/// What a rule refuses to readers, in whose log.
@Suite struct RefusedReadingTests {
    let service: TestService

    init() async throws {
        service = try TestService()
        try await service.append(1...3)
    }

    private func denied(_ organization: String, by account: String) async throws -> [Event] {
        try await service.events.listEvents(
            ListEventsRequest(organizationId: organization, filter: EventFilter(outcome: .denied)), acting(account)
        ).events.compactMap(\.event)
    }

    @Test("D28 who tries out ids leaves a trace in their own log, alike for what is elsewhere and what is nowhere")
    func notFound() async throws {
        for organization in [orgA, "org_" + String(repeating: "7", count: 26)] {
            await refused(.notFound, .notFound) {
                try await service.events.listEvents(ListEventsRequest(organizationId: organization), acting("acc_other"))
            }
        }
        await refused(.notFound, .notFound) {
            try await service.events.proveEvent(ProveEventRequest(organizationId: orgB, eventId: evt(1)), acting("acc_other"))
        }
        let own = try await denied(orgB, by: "acc_other")
        #expect(own.count == 3 && own.allSatisfy { $0.decision?.reason == "NOT_FOUND" && $0.actor?.id == "acc_other" })
        #expect(Set(own.map { $0.encoded().count }).count <= 2, "they differ by what was named alone")
        #expect(try await denied(orgA, by: "acc_full").isEmpty)
    }

    @Test("E2 a matter of form is no event; what was read says what was needed and held")
    func form() async throws {
        await refused(.invalidArgument, .invalidField) {
            try await service.events.listEvents(
                ListEventsRequest(organizationId: orgA, filter: EventFilter(action: "nothing")), acting("acc_full"))
        }
        await refused(.outOfRange, .treeTooSmall) {
            try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA, treeSize: 900), acting("acc_full"))
        }
        #expect(try await denied(orgA, by: "acc_full").isEmpty)
        let reading = try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, filter: EventFilter(action: "audit_log.read")), acting("acc_full")
        ).events.first?.event
        #expect(reading?.decision?.demands == [EventDemand(scope: "audit_log", needed: .view, held: .view)])
    }
}
