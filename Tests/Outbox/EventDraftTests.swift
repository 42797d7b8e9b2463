import Contract
import Messages
import Patience
import RPC
import Synchronization
import Testing

@testable import Outbox

struct EventDraftTests {
    /// Not SHA-256, but as long.
    private let source = EventSource(
        service: "identity", digest: { bytes in [UInt8](repeating: UInt8(truncatingIfNeeded: bytes.count), count: 32) },
        makeID: { "evt_\($0)" })

    private let account = AuthorizedAccount(
        accountID: "acc_1", organizationID: "org_1", roleIDs: ["rol_full_admin"], fullAdmin: true, authenticatedBy: "session")

    private let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    /// A call as a handler gets it.
    private func call(
        _ caller: String = "spiffe://test/service/mailbox", metadata: [(String, String)] = []
    ) async throws -> Call {
        let box = Box()
        var router = Router()
        router.add(box)
        let client = LogClient(
            transport: InProcessTransport(router: router, peer: Peer(caller: caller, address: "192.0.2.7")).patient)
        let request = AppendEventsRequest(source: "identity", epoch: "e", firstSequence: 1, events: [[0]])
        _ = try await client.appendEvents(request, CallOptions(metadata: metadata))
        return try #require(box.seen.withLock { $0 })
    }

    private final class Box: LogService {
        let seen = Mutex<Call?>(nil)

        func appendEvents(_ request: AppendEventsRequest, _ call: Call) throws(Status) -> Answer<AppendEventsResponse> {
            seen.withLock { $0 = call }
            return .now(AppendEventsResponse())
        }
    }

    @Test("what is the same for all events is filled in")
    func common() async throws {
        let call = try await call(metadata: [("traceparent", trace), ("mandate-session", "secret")])
        var draft = source.draft(call, account: account, action: "group.created", requestID: "r1")
        draft.target = EventTarget(id: "grp_1", resourceType: "group")
        draft.change("name", from: "", to: "sales")
        draft.change("description", from: "same", to: "same")
        let event = try Event(decoding: draft.encoded(at: 1_700_000_000_000_000))
        #expect(event.id == "evt_1700000000000000")
        #expect(event.organizationId == "org_1")
        #expect(event.occurTime?.microsecondsSince1970 == 1_700_000_000_000_000)
        #expect(event.eventClass == .audit)
        #expect(event.outcome == .succeeded)
        #expect(
            event.actor == EventActor(id: "acc_1", kind: .account, role: "rol_full_admin", authenticatedBy: "session"))
        #expect(event.changes == [EventChange(path: "name", before: "", after: "sales")])
        #expect(
            event.origin
                == EventOrigin(
                    caller: "spiffe://test/service/mailbox", address: "192.0.2.7", service: "identity", requestId: "r1",
                    traceparent: trace))
    }

    @Test(
        "without an account the actor is who the call names",
        arguments: [
            (
                "spiffe://test/operator/anna", [],
                EventActor(id: "spiffe://test/operator/anna", kind: .operator, authenticatedBy: "certificate")
            ),
            (
                "spiffe://test/service/x", [],
                EventActor(id: "spiffe://test/service/x", kind: .service, authenticatedBy: "certificate")
            ),
            (
                "spiffe://operator/service/x", [],
                EventActor(id: "spiffe://operator/service/x", kind: .service, authenticatedBy: "certificate")
            ),
            (
                "spiffe://test/service/x", [("mandate-account", "acc_9")],
                EventActor(id: "acc_9", kind: .account, authenticatedBy: "caller")
            ),
            (
                "spiffe://test/service/x", [("mandate-session", "secret")],
                EventActor(kind: .account, authenticatedBy: "session")
            ),
        ] as [(String, [(String, String)], EventActor)])
    func actor(caller: String, metadata: [(String, String)], expected: EventActor) async throws {
        let draft = source.draft(try await call(caller, metadata: metadata), account: nil, action: "session.refused")
        #expect(draft.actor == expected)
    }

    @Test("no event is larger than the log takes", arguments: [0, 1, 3, 200, 3000])
    func size(changes: Int) async throws {
        let long = String(repeating: "ä", count: 9000)
        let call = try await call("spiffe://test/service/x", metadata: [("traceparent", String(repeating: "t", count: 9000))])
        var draft = source.draft(call, account: account, action: "delegation.granted", requestID: long)
        draft.justification = long
        draft.reason = long
        draft.target = EventTarget(id: long, resourceType: "delegation", mailboxId: long, subjectId: long)
        for number in 0..<changes { draft.change("field\(number)", from: "short", to: long) }
        let bytes = draft.encoded(at: 0)
        #expect(bytes.count <= EventSource.eventBytesMax)
        let event = try Event(decoding: bytes)
        #expect(event.action == "delegation.granted")
        if (1...3).contains(changes) {
            let hash = "sha256:" + String(repeating: "50", count: 32)
            #expect(event.changes.map(\.after) == Array(repeating: hash, count: changes))
            #expect(event.changes.map(\.before) == Array(repeating: "short", count: changes))
        }
        if changes >= 200 {
            #expect(event.changes.last?.path == "…")
            #expect(event.changes.last?.before == "\(changes - event.changes.count + 1) more changes")
        }
    }

    @Test("personal values and the others each keep their list, however large", arguments: [1, 300])
    func personal(changes: Int) async throws {
        var draft = source.draft(try await call(), account: account, action: "account.updated")
        for number in 0..<changes {
            draft.change("field\(number)", from: "short", to: String(repeating: "ä", count: 5000))
            draft.personalChanges.append(
                EventChange(path: "person\(number)", before: "short", after: String(repeating: "p", count: 9000)))
        }
        let bytes = draft.encoded(at: 0)
        #expect(bytes.count <= EventSource.eventBytesMax)
        let event = try Event(decoding: bytes)
        #expect(event.changes.allSatisfy { $0.path.hasPrefix("field") || $0.path == "…" })
        #expect(event.personalChanges.allSatisfy { $0.path.hasPrefix("person") || $0.path == "…" })
        let told = [event.changes, event.personalChanges].map { list in
            list.reduce(0) { $0 + ($1.path == "…" ? Int($1.before.prefix { $0.isNumber }) ?? 0 : 1) }
        }
        #expect(told == [changes, changes], "each is there or counted")
    }

    @Test("an event that fits is left as it is")
    func untouched() async throws {
        var draft = source.draft(try await call(), account: account, action: "group.renamed")
        let long = String(repeating: "x", count: 7000)
        draft.change("description", from: "", to: long)
        draft.justification = String(repeating: "y", count: 5000)
        var event = try Event(decoding: draft.encoded(at: 0))
        (event.id, event.occurTime) = ("", nil)
        #expect(event == draft.event)
    }
}
