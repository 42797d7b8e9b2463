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
        commitments: .plain,
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
        var draft = source.draft(call, account: account, action: .groupCreated, requestID: "r1")
        draft.target = EventTarget(id: "grp_1", resourceType: "group")
        draft.change("name", from: "", to: "sales")
        draft.change("description", from: "same", to: "same")
        draft.justification = "because"
        draft.record(personal(("display_name", "J", "Jo")), of: "acc_2")
        let appended = try AppendedEvent(decoding: draft.encoded(at: 1_700_000_000_000_000).bytes)
        let event = try Event(decoding: appended.leaf)
        #expect(event.id == "evt_1700000000000000")
        #expect(event.organizationId == "org_1")
        #expect(event.occurTime?.microsecondsSince1970 == 1_700_000_000_000_000)
        #expect(event.eventClass == .audit)
        #expect(event.outcome == .succeeded)
        #expect(
            event.actor == EventActor(id: "acc_1", kind: .account, roleIds: ["rol_full_admin"], authenticatedBy: "session"))
        #expect(event.changes == [EventChange(path: "name", before: "", after: "sales")])
        #expect(
            event.origin
                == EventOrigin(caller: "spiffe://test/service/mailbox", service: "identity", traceparent: trace))
        #expect(
            appended.personal.map { [$0.path, $0.value] } == [
                ["justification", "because"], ["origin.address", "192.0.2.7"], ["origin.request_id", "r1"],
                ["changes.display_name.before", "J"], ["changes.display_name.after", "Jo"],
            ])
        #expect(event.personal.map(\.subjectId) == ["acc_1", "acc_1", "acc_1", "acc_2", "acc_2"])
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
        let draft = source.draft(try await call(caller, metadata: metadata), account: nil, action: .sessionRefused)
        #expect(draft.actor == expected)
    }

    @Test("no event is larger than the log takes", arguments: [0, 1, 3, 200, 3000])
    func size(changes: Int) async throws {
        let long = String(repeating: "ä", count: 9000)
        let call = try await call("spiffe://test/service/x", metadata: [("traceparent", String(repeating: "t", count: 9000))])
        var draft = source.draft(call, account: account, action: .delegationGranted, requestID: long)
        draft.justification = long
        draft.decision = EventDecision(
            reason: long, domain: long, demands: Array(repeating: EventDemand(scope: long), count: 99), delegationId: long,
            revision: long)
        draft.behalf = Array(repeating: EventBehalf(accountId: long, delegationId: long), count: 99)
        draft.flags = Array(repeating: .selfGrant, count: 9000)
        draft.actor.roleIds = Array(repeating: long, count: 99)
        draft.target = EventTarget(id: long, resourceType: "delegation", mailboxId: long, subjectId: long, ownerId: long)
        for number in 0..<changes { draft.change("field\(number)", from: "short", to: long) }
        let appended = try AppendedEvent(decoding: draft.encoded(at: 0).bytes)
        #expect(appended.leaf.count <= EventSource.eventBytesMax)
        let event = try Event(decoding: appended.leaf)
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

    private func personal(_ changes: (String, String, String)...) -> Differences {
        var differences = Differences()
        for (path, before, after) in changes { differences.add(path, before, after, .personal) }
        return differences
    }

    @Test("what is told about persons is within the log's bounds, however much there is", arguments: [1, 10, 300])
    func personalSize(changes: Int) async throws {
        var draft = source.draft(try await call(), account: account, action: .accountUpdated)
        draft.actor.id = String(repeating: "a", count: 9000)
        draft.justification = String(repeating: "ä", count: 5000)
        for number in 0..<changes {
            draft.change("field\(number)", from: "short", to: String(repeating: "ä", count: 5000))
            draft.record(personal(("person\(number)", "short", String(repeating: "p", count: 9000))), of: draft.actor.id)
        }
        let encoded = draft.encoded(at: 0)
        let appended = try AppendedEvent(decoding: encoded.bytes)
        #expect(appended.leaf.count <= EventSource.eventBytesMax && encoded.bytes.count <= 52 * 1024)
        let event = try Event(decoding: appended.leaf)
        #expect(event.id == encoded.id)
        #expect(appended.personal.map(\.path) == event.personal.map(\.path))
        #expect(appended.personal.count <= 64)
        #expect(appended.personal.allSatisfy { $0.value.utf8.count <= 4096 && $0.salt.count == 32 })
        #expect(appended.personal.reduce(0) { $0 + $1.value.utf8.count } <= 16 * 1024)
        #expect(appended.personal.prefix(2).map(\.path) == ["justification", "origin.address"])
        #expect(ExactText(appended.personal[0].value) == ExactText(String(repeating: "ä", count: 2048)))
        let untold = 2 + 2 * changes - appended.personal.count
        let note = event.changes.last { $0.before.hasSuffix("more personal values") }
        // Of very many changes of the other kind the end is one as well, and this note with it.
        if changes < 300 { #expect(note?.before == (untold == 0 ? nil : "\(untold) more personal values")) }
    }

    @Test("many short ones: their number is bounded too, and each path is there once")
    func personalNumber() async throws {
        var draft = source.draft(try await call(), account: account, action: .accountUpdated)
        for _ in 0..<70 { draft.record(personal(("name", "x", "y")), of: "acc_2") }
        let appended = try AppendedEvent(decoding: draft.encoded(at: 0).bytes)
        let paths = appended.personal.map(\.path)
        #expect(Set(paths).count == paths.count && paths.count <= 64 && paths.count > 50)
        #expect(
            paths.prefix(5) == [
                "origin.address", "changes.name.before", "changes.name.after", "changes.name.before#4", "changes.name.after#5",
            ])
    }

    @Test("the leaf holds no personal value, and each has a salt of its own")
    func leaf() async throws {
        var draft = source.draft(try await call(), account: account, action: .accountUpdated)
        draft.justification = "because of her illness"
        draft.record(personal(("display_name", "Jo Bauer", "Jo Winter"), ("external_id", "4711-4711", "")), of: "acc_2")
        let appended = try AppendedEvent(decoding: draft.encoded(at: 0).bytes)
        let leaf = String(decoding: appended.leaf, as: UTF8.self)
        for value in ["because of her illness", "Jo Bauer", "Jo Winter", "4711-4711", "192.0.2.7"] {
            #expect(!leaf.contains(value) && appended.personal.contains { $0.value == value }, "\(value)")
        }
        #expect(Set(appended.personal.map(\.salt)).count == 5)
        for (value, commitment) in zip(appended.personal, try Event(decoding: appended.leaf).personal) {
            #expect(value.path == commitment.path && commitment.commitment.count == 32)
        }
    }

    @Test("an event that fits is left as it is")
    func untouched() async throws {
        var draft = source.draft(try await call(), account: account, action: .groupCreated)
        let long = String(repeating: "x", count: 7000)
        draft.change("description", from: "", to: long)
        draft.justification = String(repeating: "y", count: 4000)
        let appended = try AppendedEvent(decoding: draft.encoded(at: 0).bytes)
        var event = try Event(decoding: appended.leaf)
        (event.id, event.occurTime, event.personal) = ("", nil, [])
        #expect(event == draft.event.leaf)
        #expect(appended.personal.map(\.value) == draft.event.personal.map(\.text))
    }
}
