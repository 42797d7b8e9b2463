import AuditDomain
import AuditStorage
import Contract
import Messages
import RPC
import Synchronization
import Testing

@testable import Outbox

/// What services write and what the log takes are bounded in two places, for neither stands on the other.
@Suite("The log takes what services write")
struct OwnEventsTests {
    private let service: TestService
    private let source: EventSource

    init() throws {
        service = try TestService()
        let number = Atomic<Int>(0)
        source = EventSource(
            service: "identity", digest: { _ in [UInt8](repeating: 1, count: 32) },
            commitments: Commitments(random: {
                [UInt8](repeating: UInt8(truncatingIfNeeded: number.add(1, ordering: .relaxed).newValue), count: $0)
            }) {
                Commitment.mac($0, $1)
            }, makeID: { evt(Int($0)) })
    }

    @Test("no event is refused, whatever there is to tell", arguments: [0, 1, 40, 63, 64, 65, 300])
    func bounds(values: Int) async throws {
        var sent: [[UInt8]] = []
        for length in [1, 30, 255, 256, 257, 4096, 4097, 20_000] {
            for isSame in [true, false] {
                var event = OpenEvent(
                    Event(
                        organizationId: orgA, eventClass: .audit, action: String(repeating: "a", count: length),
                        actor: EventActor(id: String(repeating: "b", count: length), kind: .account),
                        changes: (0..<values).map { EventChange(path: "c\($0)", after: String(repeating: "ä", count: length)) },
                        origin: EventOrigin(traceparent: String(repeating: "t", count: length))))
                for number in 0..<values {
                    let path = isSame ? "name" : String(repeating: "p", count: length) + "\(number)"
                    event.tell(OpenValue(path, String(repeating: "ü", count: length), of: event.leaf.actor?.id ?? ""))
                }
                sent.append(source.encoded(event, at: Int64(sent.count + 1)).bytes)
            }
        }
        #expect(sent.allSatisfy { $0.count <= 53_248 }, "what the contract lets through")
        let answer = try await service.log().appendEvents(
            AppendEventsRequest(source: "identity", epoch: "e1", firstSequence: 1, events: sent))
        #expect(answer.nextSequence == Int64(sent.count + 1))
        let list = try await service.events.listEvents(
            ListEventsRequest(organizationId: orgA, pageSize: 1000), acting("acc_full"))
        #expect(list.events.allSatisfy { $0.personal.count == $0.event?.personal.count })
        if values > 0 { #expect(list.events.allSatisfy { !$0.personal.isEmpty }) }
    }

    @Test("both sides make the same commitment")
    func commitment() {
        let salt = [UInt8](repeating: 5, count: 32)
        let made = Commitments(random: { _ in salt }) { Commitment.mac($0, $1) }.commit(OpenValue("a.b", "ü", of: "acc_1"))
        #expect(made.inside.commitment == Commitment(path: "a.b", value: "ü", salt: salt).bytes)
        #expect(made.beside == PersonalValue(path: "a.b", value: "ü", salt: salt) && made.inside.subjectId == "acc_1")
    }
}
