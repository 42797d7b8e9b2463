import AuditDomain
import AuditHandlers
import AuditStorage
import Contract
import Foundation
import Messages
import Outbox
import Patience
import PortableSQL
import RPC
import SQL
import SQLite
import Synchronization

/// The audit service in process: its handlers, a temporary database, and identity's judgement as a table.
final class TestService: Sendable {
    static let identity = "spiffe://test/service/identity"
    static let gateway = "spiffe://test/service/gateway"

    let store: Store
    let refusals: Refusals
    let arrivals: Arrivals
    /// Whom identity allows nothing any more.
    let revoked = Revoked()
    private let router: Router
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let time = TestClock()
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "audit.db").path)), migrations: auditMigrations,
            clock: { time.tick }, random: { [UInt8](repeating: 7, count: $0) })
        let log = EventLog(store: store, wall: { time.tick }, makeEventID: { "evt_own\($0)" }, alarm: { _ in })
        var router = Router(interceptors: [OperatorsWithoutAccount()])
        let salts = Atomic<UInt8>(0)
        let recorder = Recorder(
            log: log, random: { [UInt8](repeating: salts.add(1, ordering: .relaxed).newValue, count: $0) })
        let readers = Readers(recorder: recorder, authorizer: TableAuthorizer(revoked: revoked), clock: { time.tick })
        router.add(
            LogHandler(log: log, readers: readers) { peer in
                switch peer.caller {
                case Self.identity: "identity"
                case "spiffe://test/service/misconfigured": "audit"
                default: nil
                }
            })
        router.add(EventHandler(recorder: recorder, readers: readers))
        arrivals = log.arrivals
        refusals = readers.refusals
        self.router = router
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    func log(as caller: String = TestService.identity) -> LogClient {
        LogClient(transport: InProcessTransport(router: router, peer: Peer(caller: caller, address: "192.0.2.1")).patient)
    }

    var logReader: LogClient {
        LogClient(transport: InProcessTransport(router: router, peer: Peer(caller: Self.gateway, address: "192.0.2.2")).patient)
    }

    var events: EventClient {
        EventClient(transport: InProcessTransport(router: router, peer: Peer(caller: Self.gateway, address: "192.0.2.2")).patient)
    }

    /// Of an operator's certificate.
    var operators: InProcessTransport {
        InProcessTransport(router: router, peer: Peer(caller: "spiffe://test/operator/admin", address: "192.0.2.3"))
    }

    /// Appends events of this organization as identity does; their ids are those of `evt`
    @discardableResult
    func append(_ numbers: ClosedRange<Int>, organization: String = orgA) async throws -> AppendEventsResponse {
        try await log().appendEvents(
            AppendEventsRequest(
                source: "identity", epoch: "e1", firstSequence: Int64(numbers.lowerBound),
                events: numbers.map { event($0, organization) }))
    }
}

/// Ids have 26 digits of base32.
let orgA = "org_" + String(repeating: "0", count: 25) + "a"
let orgB = "org_" + String(repeating: "0", count: 25) + "b"
/// Of no event.
let orgNew = "org_" + String(repeating: "0", count: 25) + "n"

func evt(_ number: Int) -> String {
    "evt_" + String(repeating: "0", count: 26 - "\(number)".count) + "\(number)"
}

func event(_ number: Int, _ organization: String = orgA, action: String = "account.suspended") -> [UInt8] {
    Event(
        id: evt(number), organizationId: organization, eventClass: .audit, action: action, outcome: .succeeded,
        actor: EventActor(id: "acc_admin", kind: .account)
    ).appended()
}

extension Event {
    /// As a producer sends it, with a value for each of `personal`, by path.
    func appended(_ personal: KeyValuePairs<String, String> = [:]) -> [UInt8] {
        let event = committing(personal)
        return AppendedEvent(leaf: event.leaf.encoded(), personal: event.values).encoded()
    }

    fileprivate func committing(_ personal: KeyValuePairs<String, String>) -> (leaf: Event, values: [PersonalValue]) {
        var (leaf, values) = (self, [PersonalValue]())
        for (path, value) in personal {
            let salt = [UInt8](repeating: UInt8(values.count + 1), count: 32)
            let commitment = Commitment(path: path, value: value, salt: salt).bytes
            leaf.personal.append(EventCommitment(path: path, commitment: commitment, subjectId: "acc_admin"))
            values.append(PersonalValue(path: path, value: value, salt: salt))
        }
        return (leaf, values)
    }
}

/// The leaf of an event as it is sent.
func leaf(_ event: [UInt8]) -> [UInt8] { (try? AppendedEvent(decoding: event).leaf) ?? [] }

/// Exactly as many bytes as a batch may hold of one event, in the leaf and beside it.
func largestEvent(_ number: Int) -> [UInt8] {
    var event = Event(id: evt(number), organizationId: orgA, eventClass: .audit, action: "group.created")
    let long = String(repeating: "p", count: 4096)
    let values: KeyValuePairs = ["a": long, "b": long, "c": long, "d": long]
    let room = Batch.eventBytesMax - event.committing(values).leaf.encoded().count
    event.origin = EventOrigin(traceparent: String(repeating: "x", count: room - 6))
    precondition(event.committing(values).leaf.encoded().count == Batch.eventBytesMax)
    return event.appended(values)
}

func acting(_ account: String) -> CallOptions {
    CallOptions(metadata: [(MetadataKey.account, account)])
}

/// `acc_full` and `acc_other` are Full admins of org_a and org_b, `acc_support` is Support in org_a.
/// `acc_auditor` reads the audit log of org_a and not its communication log.
private struct TableAuthorizer: Authorizer {
    let revoked: Revoked

    func authorize(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        guard let account = call.metadata(MetadataKey.account) else { throw Status.accountRequired }
        let own = account == "acc_other" ? orgB : orgA
        call.judged = AuthorizedAccount(
            accountID: account, organizationID: own, roleIDs: [account == "acc_support" ? "rol_support" : "rol_full_admin"],
            held: account == "acc_support" ? [] : access.demands.map(\.level), authenticatedBy: "caller")
        guard organization == own || organization == orgNew else {
            throw Status.denied(AuthorizeResponse(reason: .otherOrganization), access: access)
        }
        let communicates = access.demands.contains { $0.scope == "communication_log" }
        guard account != "acc_support", account != "acc_auditor" || !communicates,
            !revoked.accounts.withLock({ $0.contains(account) })
        else {
            throw Status.denied(
                AuthorizeResponse(reason: .roleLacksScope, accountId: account, roleIds: ["rol_support"]),
                access: access)
        }
        return AuthorizedAccount(
            accountID: account, organizationID: own, roleIDs: ["rol_full_admin"], fullAdmin: true,
            held: access.demands.map(\.level), authenticatedBy: "caller")
    }
}

/// Who is an operator, as the server's list of callers says.
private struct OperatorsWithoutAccount: Interceptor {
    func begin(_ call: Call) throws(Status) {
        guard call.peer.caller.contains("/operator/"), call.metadata(MetadataKey.account) == nil else { return }
        call.operatorCaller = OperatorCaller(uri: call.peer.caller)
    }

    func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {}
}

final class Revoked: Sendable {
    let accounts = Mutex<Set<String>>([])
}

/// A microsecond later each time it is asked.
private final class TestClock: Sendable {
    private let microseconds = Atomic<Int64>(1_000_000)

    var tick: Int64 { microseconds.wrappingAdd(1, ordering: .relaxed).newValue }
}
