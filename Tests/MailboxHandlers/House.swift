import ChangeFeed
import Contract
import Foundation
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import Outbox
import Patience
import PortableSQL
import RPC
import SQL
import SQLite
import Synchronization

@testable import Due

/// A whole mailbox service in process: a database of its own, a clock and an identity that the test moves.
final class House: Sendable {
    let store: Store
    let index = AccessIndex()
    let administrators = AdministratorChanges()
    let replica: IdentityReplica
    let mailboxes: Mailboxes
    let transport: PatientTransport
    let decisions: DecisionCounts
    let refusals: Refusals
    let schedule: Schedule
    /// What identity has of mailboxes' addresses.
    let claims: Claims
    private let due: [DueAction]
    let world = Mutex(Outside())
    private let folder: URL

    /// What the service learns from elsewhere.
    struct Outside {
        var now: Int64 = 1_700_000_000_000_000
        /// How far the wall clock is ahead, unaccepted.
        var pendingJump: Int64 = 0
        var freshness = Freshness.fresh
        var identity = (epoch: "identity-epoch", position: Int64(1))
        var waited: [Int64] = []
        /// Changes of its own that the service could not read.
        var refused: [String] = []
        /// Who may use which level of the scope delegations.
        var roles: [String: (organization: String, role: String?)] = [:]
        /// For whose role is for one unit: which.
        var units: [String: String] = [:]
        /// Who is judged, each time.
        var judged: [String] = []
        /// Happens right behind a judgement, before anybody acts on it; once.
        var afterJudging: (@Sendable () async throws -> Void)?
    }

    /// Judges by the table above; identity's own judgement has its own tests.
    private struct Table: Authorizer {
        let house: @Sendable () -> House?

        func authorize(
            _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
        ) async throws(Status) -> AuthorizedAccount {
            let id = call.metadata(MetadataKey.account) ?? ""
            let found = house()?.world.withLock { world in
                world.judged.append(id)
                defer { world.afterJudging = nil }
                return (entry: world.roles[id], unit: world.units[id], then: world.afterJudging)
            }
            guard let found, var entry = found.entry else { throw Status.accountRequired }
            do { try await found.then?() } catch { throw Status(.internal, .unspecified, "\(error)") }
            if let only = found.unit, only != unit { entry.role = nil }
            let held: AccessLevel =
                switch entry.role {
                case "rol_full_admin", "rol_policy_admin": .edit
                case nil: .unspecified
                default: .view
                }
            let account = AuthorizedAccount(
                accountID: id, organizationID: entry.organization, roleIDs: [entry.role].compactMap { $0 },
                fullAdmin: entry.role == "rol_full_admin", held: access.demands.map { _ in held }, authenticatedBy: "caller")
            call.judged = account
            let isEnough = access.demands.allSatisfy { held.rawValue >= $0.level.rawValue }
            let answer = AuthorizeResponse(
                allowed: isEnough, reason: isEnough ? .unspecified : .roleLacksScope, accountId: id,
                organizationId: entry.organization, roleIds: account.roleIDs,
                held: access.demands.map { _ in held }, fullAdmin: account.fullAdmin)
            guard let refusal = access.refusal(answer, touching: target) else { return account }
            guard access.orMailbox != .unspecified, answer.reason == .roleLacksScope else { throw refusal }
            var lacking = account
            lacking.lacking = refusal
            return lacking
        }
    }

    /// `pagesMax`: of 4 KiB, for the database.
    init(pagesMax: Int? = nil, outboxEventsMax: Int = .max) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "mailbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let later = Later()
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "mailbox.sqlite").path, pagesMax: pagesMax)),
            migrations: MailboxMigrations.all, clock: { later.house?.now ?? 0 },
            random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
            options: StoreOptions(outboxEventsMax: outboxEventsMax))
        claims = Claims()
        mailboxes = try await Self.mailboxes(store, index, administrators, later, claims)
        replica = IdentityReplica(
            index: index, administrators: administrators, tombstones: mailboxes.tombstones,
            signatures: mailboxes.signatures,
            settled: { [store] in await store.settled() })
        decisions = mailboxes.decisions
        refusals = mailboxes.refusals
        schedule = mailboxes.schedule
        due = [
            DueAction(.delegationStart, mailboxes.startDelegation), DueAction(.delegationExpire, mailboxes.expireDelegation),
        ]
        var router = Router()
        mailboxes.register(in: &router)
        transport =
            InProcessTransport(
                router: router, peer: Peer(caller: "spiffe://test/service/backend", address: "192.0.2.1")
            ).patient
        later.set(self)
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    static func mailboxes(
        _ store: Store, _ index: AccessIndex, _ administrators: AdministratorChanges, _ later: Later,
        _ claims: Claims = Claims()
    ) async throws -> Mailboxes {
        try await Mailboxes(
            store: store, acknowledged: { position in later.house?.world.withLock { $0.waited.append(position) } },
            index: index,
            view: View(
                freshness: { later.house?.world.withLock { $0.freshness } ?? .loading },
                place: { later.house?.world.withLock { $0.identity } ?? ("", 0) },
                position: { later.house?.world.withLock { $0.identity.position } ?? 0 }),
            administrators: administrators, authorizer: Table(house: { later.house }),
            identity: claims.transport,
            clock: { later.house?.clock ?? Now(0) }, random: { [UInt8](repeating: 7, count: $0) },
            refused: { error in later.house?.world.withLock { $0.refused.append("\(error)") } })
    }

    /// The house, once it stands.
    final class Later: Sendable {
        private struct Weak { weak var house: House? }
        private let held = Mutex(Weak())
        var house: House? { held.withLock { $0.house } }
        func set(_ house: House) { held.withLock { $0.house = house } }
    }

    var now: Int64 { world.withLock { $0.now } }

    /// What decisions read: two times while a jump of the wall clock is pending.
    var clock: Now { world.withLock { Now((earliest: $0.now, latest: $0.now + $0.pendingJump)) } }

    /// What happens once, right behind the next judgement.
    func afterJudging(_ happens: @escaping @Sendable (House) async throws -> Void) {
        let then: @Sendable () async throws -> Void = { [weak self] in
            guard let house = self else { return }
            try await happens(house)
        }
        world.withLock { $0.afterJudging = then }
    }

    /// Does what is due by now, as the server does it.
    @discardableResult
    func passTime() async throws -> (done: Int, failures: Int) {
        var passed = (done: 0, failures: 0)
        while true {
            let batch = try await schedule.batch(due)
            if batch.done + batch.failures.count == 0 { return passed }
            passed = (passed.done + batch.done, passed.failures + batch.failures.count)
        }
    }

    func advance(_ micros: Int64) { world.withLock { $0.now += micros } }

    func call<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ request: Q, as account: String? = nil
    ) async throws(Status) -> A {
        try await transport.unary(
            method, request, CallOptions(metadata: account.map { [(MetadataKey.account, $0)] } ?? []))
    }

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

/// How a call failed; nil when it did not.
func failure<T>(_ work: () async throws(Status) -> T) async -> Status? {
    do throws(Status) {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}
