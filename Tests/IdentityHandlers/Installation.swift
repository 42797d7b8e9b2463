import ChangeFeed
import Contract
import DNS
import Foundation
import IdentityHandlers
import IdentityStorage
import Messages
import Patience
import PortableSQL
import RPC
import SQL
import SQLite
import Synchronization

@testable import Due

/// A whole identity service in process, on a database of its own, with a clock that the test moves.
final class Installation: Sendable {
    static let backend = "spiffe://test/service/backend"
    static let operatorURI = "spiffe://test/operator/olga"

    let store: Store
    let identity: Identity
    /// A caller that may act for accounts.
    let transport: PatientTransport
    let router: Router
    /// What DNS says of a name; of all others that there are none.
    let dns = Zone()
    private let time: Time
    private let waited: Waited
    private let folder: URL
    /// The installation whose database this one goes on with.
    private let before: Installation?

    /// Microseconds UTC, moved by hand.
    private final class Time: Sendable {
        let now = Mutex<Int64>(1_700_000_000_000_000)
        let pendingJump = Mutex<Int64>(0)
    }

    final class Zone: Sendable {
        let lines = Mutex<[String: TextLookup]>([:])

        func set(_ name: String, _ found: TextLookup) { lines.withLock { $0[name] = found } }
    }

    private final class Waited: Sendable {
        let positions = Mutex<[Int64]>([])
        /// How often random bytes were asked for as a password's salt.
        let salts = Mutex(0)
    }

    /// Passwords cost next to nothing unless told otherwise. `before`: the process before this one, on the same database;
    /// what it knew and did not store is gone. `told`: a follower that hears of a commit, registered before all else.
    init(
        scrypt: ScryptCost = ScryptCost(rounds: 16, blockSize: 1, parallelism: 1), outboxEventsMax: Int = .max,
        unverifiedDomains: Bool = true,
        after before: Installation? = nil, told: @escaping @Sendable ([CommittedTransaction]) -> Void = { _ in }
    ) async throws {
        self.before = before
        let time = before?.time ?? Time()
        self.time = time
        let clock: @Sendable () -> Int64 = { time.now.withLock { $0 } }
        let waited = Waited()
        let random: @Sendable (Int) -> [UInt8] = { count in
            if count == 16 { waited.salts.withLock { $0 += 1 } }
            return (0..<count).map { _ in UInt8.random(in: 0...255) }
        }
        if let before {
            (folder, store) = (before.folder, before.store)
        } else {
            folder = FileManager.default.temporaryDirectory.appending(path: "identity-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            store = try Store(
                engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "identity.sqlite").path)),
                migrations: IdentityMigrations.all, clock: clock, random: random,
                options: StoreOptions(outboxEventsMax: outboxEventsMax))
        }
        store.onCommit(.followers, told)
        let feed = Feed(store: store) { connection, body in try connection.eachChange(body) }
        let zone = dns
        identity = try await Identity(
            store: store,
            acknowledged: { position in
                await feed.acknowledged(position)
                waited.positions.withLock { $0.append(position) }
            },
            domains: DomainRules(
                allowsUnverified: unverifiedDomains, texts: { name in zone.lines.withLock { $0[name] } ?? .noDomain }),
            scrypt: scrypt, clock: { (clock(), clock() + time.pendingJump.withLock { $0 }) }, random: random)
        self.waited = waited
        var router = Router()
        identity.register(in: &router)
        self.router = router
        transport = InProcessTransport(router: router, peer: Peer(caller: Self.backend, address: "192.0.2.1")).patient
    }

    deinit {
        if before != nil { return }
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    /// Positions that handlers have waited for, in order.
    var waitedFor: [Int64] { waited.positions.withLock { $0 } }

    /// Passwords hashed to be kept.
    var passwordsHashed: Int { waited.salts.withLock { $0 } }

    /// The wall clock is so far ahead of the time that decisions go by, unaccepted.
    func jump(seconds: Int64) { time.pendingJump.withLock { $0 = seconds * 1_000_000 } }

    func advance(seconds: Double) {
        time.now.withLock { $0 += Int64(seconds * 1_000_000) }
    }

    /// Does what is due by now, as the server does it.
    @discardableResult
    func passTime() async throws -> (done: Int, failures: Int) {
        var passed = (done: 0, failures: 0)
        while true {
            let batch = try await identity.schedule.batch(identity.dueActions)
            if batch.done + batch.failures.count == 0 { return passed }
            passed = (passed.done + batch.done, passed.failures + batch.failures.count)
        }
    }

    var now: Int64 { time.now.withLock { $0 } }

    /// Calls a method as an account, as a caller trusted to name it.
    func call<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ request: Q, as account: Account? = nil, session: String? = nil,
        personAt address: String? = nil
    ) async throws(Status) -> A {
        var metadata: [(String, String)] = []
        if let account { metadata.append((MetadataKey.account, account.id)) }
        if let session { metadata.append((MetadataKey.session, session)) }
        if let address { metadata.append(("mandate-person-address", address)) }
        return try await transport.unary(method, request, CallOptions(metadata: metadata))
    }

    /// Calls a method as the operator.
    func operate<Q: Message, A: Message>(_ method: Method<Q, A>, _ request: Q) async throws(Status) -> A {
        try await InProcessTransport(router: router, peer: Peer(caller: Self.operatorURI)).patient.unary(method, request)
    }

    /// Every event so far.
    func events() async throws -> [Event] {
        try await store.outboxBatch(events: 100_000, bytes: 100_000_000).map {
            try Event(decoding: AppendedEvent(decoding: $0.event).leaf)
        }
    }

    /// What those tell about persons, by path.
    func told() async throws -> [[String: String]] {
        try await store.outboxBatch(events: 100_000, bytes: 100_000_000).map {
            try Dictionary(uniqueKeysWithValues: AppendedEvent(decoding: $0.event).personal.map { ($0.path, $0.value) })
        }
    }
}
