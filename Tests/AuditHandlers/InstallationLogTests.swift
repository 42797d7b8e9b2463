import Contract
import Messages
import RPC
import Testing

@testable import Outbox

/// The log of no organization: what operators, clocks and sources did.
@Suite struct InstallationLogTests {
    let service: TestService
    private let operators: EventClient

    init() async throws {
        service = try TestService()
        operators = EventClient(transport: service.operators.patient)
        try await service.append(1...2, organization: "")
    }

    @Test("E3 operators read it, page by page and with proofs, and their readings are events of it")
    func operatorsRead() async throws {
        let page = try await operators.listEvents(ListEventsRequest(oldestFirst: true))
        #expect(page.events.map(\.event?.id) == [evt(1), evt(2)] && page.head?.organizationId == "")
        let proved = try await operators.proveEvent(ProveEventRequest(eventId: evt(2)))
        #expect(proved.recorded?.event?.id == evt(2))
        let root = try await LogClient(transport: service.operators.patient).getLogRoot(GetLogRootRequest())
        #expect(root.head?.size == 4)
        let readings = try await operators.listEvents(
            ListEventsRequest(filter: EventFilter(action: "audit_log.read"), oldestFirst: true)
        ).events.compactMap(\.event)
        #expect(readings.count == 2)
        for reading in readings {
            #expect(reading.organizationId == "" && reading.outcome == .succeeded)
            #expect(
                reading.actor
                    == EventActor(id: "spiffe://test/operator/admin", kind: .operator, authenticatedBy: "certificate"))
        }
    }

    @Test("E3 what an operator does not find there is an event of it")
    func notFound() async throws {
        await refused(.notFound, .notFound) { try await operators.proveEvent(ProveEventRequest(eventId: evt(99))) }
        let denied = try await operators.listEvents(ListEventsRequest(filter: EventFilter(outcome: .denied)))
        let event = try #require(denied.events.first?.event)
        #expect(event.decision?.reason == "NOT_FOUND" && event.actor?.kind == .operator && event.target?.id == evt(99))
    }

    @Test("D28 an account that asks for it is answered as for an organization that there is not")
    func accounts() async throws {
        for account in ["acc_full", "acc_support", "acc_other"] {
            var answers: [Status?] = []
            for organization in ["", "org_" + String(repeating: "7", count: 26)] {
                answers.append(
                    await refused(.notFound, .notFound) {
                        try await service.events.listEvents(ListEventsRequest(organizationId: organization), acting(account))
                    })
            }
            #expect(answers[0]?.message == answers[1]?.message && answers[0]?.metadata == answers[1]?.metadata)
        }
        // And it leaves nothing there.
        #expect(try await operators.listEvents(ListEventsRequest()).events.count == 2)
    }

    @Test("an operator without an account reads no organization's log, and nobody else is an operator")
    func others() async throws {
        await refused(.unauthenticated, .accountRequired) {
            try await operators.listEvents(ListEventsRequest(organizationId: orgA))
        }
        await refused(.unauthenticated, .accountRequired) { try await service.events.listEvents(ListEventsRequest()) }
    }
}
