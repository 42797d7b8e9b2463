internal import ArgumentParser
internal import ChangeFeed
internal import Contract
internal import Due
internal import Foundation
internal import MailboxDomain
internal import MailboxHandlers
internal import MailboxStorage
internal import Messages
internal import RPC
internal import SQL
internal import SQLite

/// What time does, through mailbox's own schedule: ends of delegations, each with its event, on disk.
///
/// A backlog that fell due while nobody ran (`due_backlog`), and how long a write waits beside it (`due_write_wait_ms`); a
/// thousand that fall due within one second, with so many others that are not due (`due_late_ms`: the latest).
struct DueBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "How fast and how late what is due is done.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option(help: "Entries of the backlog.") var backlog = 20_000
    @Option(help: "Entries that are not due.") var future = 1_000_000

    private static let second: Int64 = 1_000_000
    private static let inASecond = 1_000

    func run() async throws {
        let path = "\(folder)/due.db"
        remove(path)
        defer { remove(path) }
        let store = try Store(
            engine: SQLiteEngine(path: path), migrations: MailboxMigrations.all, clock: { Self.now },
            random: { [UInt8](repeating: 7, count: $0) })
        let mailboxes = try await Self.mailboxes(store)
        let schedule = mailboxes.schedule
        try await fill(store, schedule, Institution(delegations: backlog + Self.inASecond, byMailbox: true))

        let began = ContinuousClock.now
        let loop = Task {
            await schedule.run(
                [DueAction(.delegationExpire, mailboxes.expireDelegation)],
                failing: { fatalError("\($0) failed: \($1)") }, failed: { fatalError("a batch failed: \($0)") })
        }
        var longestWait = Duration.zero
        while schedule.statistics.done < backlog {
            let asked = ContinuousClock.now
            try await store.housekeep { _ in }
            longestWait = max(longestWait, ContinuousClock.now - asked)
        }
        value("due_backlog", Double(schedule.statistics.done) / ((ContinuousClock.now - began) / .seconds(1)))
        value("due_write_wait_ms", longestWait / .milliseconds(1))
        while schedule.statistics.done < backlog + Self.inASecond { try await Task.sleep(for: .milliseconds(50)) }
        loop.cancel()
        await loop.value
        value("due_late_ms", Double(try await latest(store)) / 1000)
        store.close()
    }

    /// Delegations that have ended, those that end within one second soon, and entries a year ahead.
    private func fill(_ store: Store, _ schedule: Schedule, _ institution: Institution) async throws {
        let organization = institution.organization.text
        let soon = Self.now + 60 * Self.second
        let backlog = backlog
        for first in stride(from: 0, to: institution.delegations.count, by: 5_000) {
            let batch = institution.delegations[first..<min(first + 5_000, institution.delegations.count)]
            _ = try await store.write { tx in
                for (index, delegation) in zip(batch.indices, batch) {
                    let isSoon = index >= backlog
                    let end = isSoon ? soon + Int64(index - backlog) * Self.second / Int64(Self.inASecond) : tx.now - Self.second
                    var stored = Messages.Delegation(
                        id: delegation.id.text, organizationId: organization, mailboxId: delegation.mailbox.text,
                        granteeId: delegation.grantee.text, grantedBy: institution.accounts[0].text,
                        createTime: Timestamp(microsecondsSince1970: tx.now))
                    stored.set(GrantTerms(rights: delegation.rights, window: Window(expireTime: end)))
                    try tx.insert(stored)
                    try schedule.put(
                        DueEntry(.delegationExpire, stored.id, organization: organization, at: end), tx)
                }
            }
        }
        for first in stride(from: 0, to: future, by: 50_000) {
            let numbers = first..<min(first + 50_000, future)
            _ = try await store.write { tx in
                for number in numbers {
                    let at = tx.now + 365 * 86_400 * Self.second + Int64(number)
                    try schedule.put(DueEntry(.delegationStart, "dlg_\(number)", organization: organization, at: at), tx)
                }
            }
        }
        if Self.now > soon { throw Failure("to fill the table took longer than a minute: lower --future") }
    }

    /// How late the latest of those of the one second was, in microseconds: its event's time against its end.
    private func latest(_ store: Store) async throws -> Int64 {
        try await store.read { connection in
            let times = try connection.rows(
                "SELECT written_at FROM outbox ORDER BY sequence DESC LIMIT ?", [Value(Self.inASecond)]
            ) {
                $0.integer(0)
            }
            let ends = try connection.rows(
                "SELECT expire_time FROM delegations ORDER BY expire_time DESC LIMIT ?", [Value(Self.inASecond)]
            ) {
                $0.integer(0)
            }
            return zip(times, ends).map { $0 - $1 }.max() ?? 0
        }
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }

    private static func mailboxes(_ store: Store) async throws -> Mailboxes {
        try await Mailboxes(
            store: store, acknowledged: { _ in }, index: AccessIndex(),
            view: View(freshness: { .fresh }, place: { ("", 0) }, position: { 0 }), administrators: AdministratorChanges(),
            authorizer: Nobody(), identity: InProcessTransport(router: Router(), peer: Peer(caller: "")),
            clock: { Now(Self.now) }, random: { [UInt8](repeating: 0, count: $0) },
            refused: { fatalError("\($0)") })
    }

    /// No call is made.
    private struct Nobody: Authorizer {
        func authorize(
            _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
        ) async throws(Status) -> AuthorizedAccount { throw .accountRequired }
    }

    private func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
