internal import ArgumentParser
internal import Contract
internal import Foundation
internal import MailboxDomain
internal import MailboxHandlers
internal import MailboxStorage
internal import Messages
internal import RPC
internal import SQL
internal import SQLite

/// A mailbox with many direct delegates, through the service itself without its process: how long it takes to revoke one of
/// them and all of them, until the rows are gone, and how long the organization's questions are kept waiting at a time.
///
/// Identity is not asked: its judgement has a bench of its own (`authorizations`). Nobody follows.
struct MailboxBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox", abstract: "Milliseconds to revoke one and all of a mailbox's many delegates.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option var delegates = 50_000
    @Option(help: "Delegates that are revoked one at a time.") var singles = 200
    @Option var runs = 3

    func run() async throws {
        for _ in 0..<runs {
            let path = "\(folder)/mailbox-bench.db"
            Self.remove(path)
            let house = try await BusyHouse(path: path, delegates: delegates)
            try await measure(house)
            house.store.close()
            Self.remove(path)
        }
    }

    private func measure(_ house: BusyHouse) async throws {
        house.watch.start()
        var times: [Double] = []
        for grantee in house.grantees.prefix(singles) {
            let request = RevokeDelegationRequest(mailboxId: house.mailbox, granteeId: grantee)
            times.append(try await time { _ = try await house.client.revokeDelegation(request, house.options) })
        }
        value("revoke_one_ms", median(times))
        value("revoke_one_hold_ms", house.index.longestHold / .milliseconds(1))

        let mailboxes = house.mailboxes
        let removal = Task { await mailboxes.removeMarkedDelegations { mark, error in print("\(mark): \(error)") } }
        let all = RevokeMailboxDelegationsRequest(mailboxId: house.mailbox)
        let began = ContinuousClock.now
        let answer = try await house.client.revokeMailboxDelegations(all, house.options)
        value("revoke_all_ms", (ContinuousClock.now - began) / .milliseconds(1))
        value("revoke_all_hold_ms", house.index.longestHold / .milliseconds(1))
        guard Int(answer.revokedCount) == delegates - min(singles, delegates) else {
            throw Failure("\(answer) is not all of them")
        }
        while mailboxes.marks.count > 0 { try await Task.sleep(for: .milliseconds(5)) }
        value("revoke_all_rows_s", (ContinuousClock.now - began) / .seconds(1))
        removal.cancel()
        await removal.value
    }

    private func time(_ change: () async throws -> Void) async throws -> Double {
        let began = ContinuousClock.now
        try await change()
        return (ContinuousClock.now - began) / .milliseconds(1)
    }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}

/// The mailbox service over a database in which one functional mailbox has many delegates.
private struct BusyHouse {
    let store: Store
    let watch: Watch
    let index: AccessIndex
    let mailboxes: Mailboxes
    let client: DelegationClient
    let options: CallOptions
    let mailbox: String
    let grantees: [String]

    init(path: String, delegates: Int) async throws {
        let (watch, institution) = (Watch(), Institution(delegations: 20))
        let index = AccessIndex(clock: watch.clock)
        (self.watch, self.index) = (watch, index)
        let (organization, accounts) = (institution.organization, (0..<delegates).map { AccountID(bits: UInt128($0 + 1)) })
        let office = AccountID(bits: UInt128(delegates + 1))
        let administrator = institution.accounts[0]
        store = try Store(
            engine: SQLiteEngine(path: path), migrations: MailboxMigrations.all,
            clock: { Int64(Date().timeIntervalSince1970 * 1e6) }, random: { [UInt8](repeating: 7, count: $0) })
        index.apply(
            (accounts + [administrator]).map { .account(Account(id: $0, type: .user, state: .active)) }
                + [.account(Account(id: office, type: .functional, state: .active))], in: organization)
        mailbox = office.mailbox.text
        grantees = accounts.map(\.text)
        mailboxes = try await Mailboxes(
            store: store, acknowledged: { _ in }, index: index,
            view: View(freshness: { .fresh }, place: { ("", 0) }, position: { 0 }), administrators: AdministratorChanges(),
            authorizer: Trusting(account: administrator.text, organization: organization.text),
            identity: InProcessTransport(router: Router(), peer: Peer(caller: "", address: "")),
            clock: { Now(Int64(Date().timeIntervalSince1970 * 1e6)) }, random: { [UInt8](repeating: 7, count: $0) },
            refused: { print("refused: \($0)") })
        try await Self.fill(store, organization.text, office.mailbox.text, grantees)
        var router = Router()
        mailboxes.register(in: &router)
        client = DelegationClient(
            transport: InProcessTransport(
                router: router, peer: Peer(caller: "spiffe://mandate.test/service/bench", address: "127.0.0.1")))
        options = CallOptions(timeout: nil, metadata: [(MetadataKey.account, administrator.text)])
    }

    private static func fill(
        _ store: Store, _ organization: String, _ mailbox: String, _ grantees: [String]
    ) async throws {
        for first in stride(from: 0, to: grantees.count, by: 10_000) {
            let batch = grantees[first..<min(first + 10_000, grantees.count)]
            _ = try await store.write { tx in
                for (number, grantee) in batch.enumerated() {
                    try tx.insert(
                        Messages.Delegation(
                            id: DelegationID(bits: UInt128(first + number + 1)).text, organizationId: organization,
                            mailboxId: mailbox, granteeId: grantee, rights: [.open, .send],
                            createTime: Timestamp(microsecondsSince1970: tx.now)))
                }
            }
        }
    }
}

/// Lets one account do everything, as identity would a Full admin.
private struct Trusting: Authorizer {
    let account: String
    let organization: String

    func authorize(
        _ call: Call, _ access: Access, organization _: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        let judged = AuthorizedAccount(
            accountID: account, organizationID: organization, roleIDs: ["rol_full_admin"], fullAdmin: true,
            held: access.demands.map { _ in .edit }, authenticatedBy: "caller")
        call.judged = judged
        return judged
    }
}
