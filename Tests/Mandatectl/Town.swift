import ChangeFeed
import Contract
import Foundation
import IdentityHandlers
import IdentityStorage
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import SQLite
import Synchronization
import Testing

@testable import mandatectl

/// identity and mailbox in this process, the one following the other as over the wire, and an organization in them.
final class Town: Sendable {
    let identity: Line
    let mailbox: Line
    let organization: Messages.Organization
    let owner: Messages.Account
    private let stores: [Store]
    private let folder: URL
    private let time: Time

    /// Microseconds UTC, moved by hand.
    private final class Time: Sendable {
        let now = Mutex<Int64>(1_700_000_000_000_000)
    }

    /// What mailbox has still to hear of identity, in order.
    private final class Feeding: Sendable {
        private let last = Mutex<Task<Void, Never>?>(nil)

        func send(_ transactions: [CommittedTransaction], to replica: IdentityReplica) {
            last.withLock { last in
                let before = last
                last = Task {
                    await before?.value
                    for transaction in transactions {
                        do { try await replica.apply(transaction) } catch { Issue.record(error) }
                    }
                }
            }
        }

        func heard() async { await last.withLock { $0 }?.value }
    }

    init() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "town-\(UUID().uuidString)")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (time, feeding) = (Time(), Feeding())
        self.time = time
        let clock: @Sendable () -> Int64 = { time.now.withLock { $0 } }
        let random: @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
        func store(_ name: String, _ migrations: [Migration]) throws -> Store {
            try Store(
                engine: SQLiteEngine(path: folder.appending(path: name).path), migrations: migrations, clock: clock,
                random: random)
        }
        let identityStore = try store("identity.sqlite", IdentityMigrations.all)
        let mailboxStore = try store("mailbox.sqlite", MailboxMigrations.all)
        stores = [identityStore, mailboxStore]
        let (index, administrators) = (AccessIndex(), AdministratorChanges())
        let replica = IdentityReplica(
            index: index, administrators: administrators, settled: { await mailboxStore.settled() })
        identityStore.onCommit(.followers) { feeding.send($0, to: replica) }
        let people = try await Identity(
            store: identityStore, acknowledged: { _ in await feeding.heard() },
            domains: DomainRules(allowsUnverified: true, texts: { _ in .noDomain }),
            scrypt: ScryptCost(rounds: 16, blockSize: 1, parallelism: 1), clock: { (clock(), clock()) }, random: random)
        var router = Router()
        people.register(in: &router)
        let line = Line(to: router)
        identity = line
        let mailboxes = try await Mailboxes(
            store: mailboxStore, acknowledged: { _ in }, index: index,
            view: View(freshness: { .fresh }, place: { ("", 0) }, position: { 0 }), administrators: administrators,
            authorizer: Judged(identity: line), identity: line,
            clock: { Now(clock()) }, random: random, refused: { Issue.record($0) })
        var mailboxRouter = Router()
        mailboxes.register(in: &mailboxRouter)
        mailbox = Line(to: mailboxRouter)
        let created = try await OrganizationClient(transport: line).createOrganization(
            CreateOrganizationRequest(
                organization: Organization(displayName: "Acme", preset: .functionalAccounts),
                owner: Account(address: "owner@acme.example")), CallOptions(timeout: nil))
        organization = created.organization ?? Organization()
        owner = created.owner ?? Account()
    }

    deinit {
        for store in stores { store.close() }
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    var options: CallOptions { CallOptions(timeout: nil, metadata: [(MetadataKey.account, owner.id)]) }

    func advance(seconds: Int64) { time.now.withLock { $0 += seconds * 1_000_000 } }

    /// Runs an import of files that are given as text.
    func bring(_ texts: [ImportKind: String], dryRun: Bool = false, stop: Stop = Stop()) async throws -> ImportReport {
        let files = try ImportFiles { kind throws(Failure) in
            guard let text = texts[kind] else { return nil }
            return try CSVTable(
                bytes: Array(text.utf8), named: kind.rawValue, columns: kind.columns, optional: kind.optional)
        }
        var running = try await Import(
            files, in: organization.id, identity: identity, mailbox: mailbox, options: options, isDryRun: dryRun,
            now: time.now.withLock { $0 }, stop: stop)
        return await running.run()
    }

    func account(_ address: String) async throws -> Messages.Account? {
        let request = ListAccountsRequest(organizationId: organization.id, addresses: [address])
        return try await AccountClient(transport: identity).listAccounts(request, options).accounts.first
    }

    func suspend(_ address: String) async throws {
        let id = try await account(address)?.id ?? ""
        _ = try await AccountClient(transport: identity).suspendAccount(SuspendAccountRequest(accountId: id), options)
    }

    /// Who has been given something in an account's mailbox.
    func grantees(_ address: String) async throws -> [String] {
        let mailboxID = MailboxName.id(ofAccount: try await account(address)?.id ?? "")
        let request = ListDelegatesRequest(mailboxId: mailboxID)
        return try await DelegationClient(transport: mailbox).listDelegates(request, options).delegates
            .map { $0.delegation?.granteeId ?? "" }
    }
}

/// Asks identity who may, as mailbox's own process does.
private struct Judged: Authorizer {
    let identity: any CallTransport

    func authorize(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        let answer = try await AuthorizationClient(transport: identity).authorize(
            AuthorizeRequest(
                subject: .accountId(call.metadata(MetadataKey.account) ?? ""), organizationId: organization ?? "",
                demands: access.demands), CallOptions(timeout: nil))
        if let refusal = access.refusal(answer, touching: target) { throw refusal }
        return AuthorizedAccount(answer, authenticatedBy: "caller")
    }
}

/// Calls a router, writes down what is called, and can be cut.
final class Line: CallTransport {
    /// What methods fail with, whether after they have been carried out, and which do.
    private struct Cut {
        var failure = Line.lost
        var isAfter = false
        var isCut: @Sendable (_ method: String) -> Bool = { _ in false }
    }

    static let lost = Status(.unavailable, .disconnected, "the connection closed before the answer")

    private let inner: InProcessTransport
    private let state = Mutex((calls: [String](), cut: Cut()))

    init(to router: Router) {
        inner = InProcessTransport(router: router, peer: Peer(caller: "spiffe://test/operator/olga"))
    }

    /// Methods, without their services.
    var calls: [String] { state.withLock { $0.calls } }

    /// From now on calls of such methods fail so.
    func cut(with failure: Status = Line.lost, after: Bool = false, _ isCut: @escaping @Sendable (String) -> Bool) {
        state.withLock { $0.cut = Cut(failure: failure, isAfter: after, isCut: isCut) }
    }

    func unary(_ path: String, _ message: [UInt8], _ options: CallOptions) async throws(Status) -> [UInt8] {
        let method = String(path.split(separator: "/").last ?? "")
        let cut = state.withLock { state in
            state.calls.append(method)
            return state.cut
        }
        guard cut.isCut(method) else { return try await inner.unary(path, message, options) }
        if cut.isAfter { _ = try await inner.unary(path, message, options) }
        throw cut.failure
    }

    func open(
        _ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions
    ) async throws(Status) -> CallStream {
        try await inner.open(method, message, options)
    }
}
