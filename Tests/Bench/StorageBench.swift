internal import ArgumentParser
internal import Foundation
internal import MailboxDomain
internal import MailboxHandlers
internal import MailboxStorage
internal import Messages
internal import SQL
internal import SQLite

/// A million delegations through mailbox's own storage: written durably in batches until the last one is decided on
/// (`import`), and the finished database opened until the first decision (`load`). Identity's part is in the index before:
/// it comes from identity.
struct StorageBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storage", abstract: "Seconds to import and to load delegations.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option var runs = 1
    @Option var delegations = 1_000_000

    /// Delegations of one write. Other writes wait for one batch at most.
    private static let batch = 10_000

    func run() async throws {
        let institution = Institution(delegations: delegations, byMailbox: true)
        let path = "\(folder)/storage.db"
        for _ in 0..<runs {
            remove(path)
            value("import_1m_s", try await imported(institution, path))
            value("load_1m_s", try await loaded(institution, path))
        }
        remove(path)
    }

    private func imported(_ institution: Institution, _ path: String) async throws -> Double {
        let index = institution.indexOfIdentity()
        let began = ContinuousClock.now
        let store = try await open(path, index)
        let organization = institution.organization.text
        let granter = institution.accounts[0].text
        for first in stride(from: 0, to: institution.delegations.count, by: Self.batch) {
            let batch = institution.delegations[first..<min(first + Self.batch, institution.delegations.count)]
            _ = try await store.write { transaction in
                for delegation in batch {
                    var stored = Messages.Delegation(
                        id: delegation.id.text, organizationId: organization, mailboxId: delegation.mailbox.text,
                        granteeId: delegation.grantee.text, grantedBy: granter,
                        createTime: Timestamp(microsecondsSince1970: transaction.now), revision: transaction.position)
                    stored.set(GrantTerms(rights: delegation.rights, window: delegation.window))
                    try transaction.insert(stored)
                }
            }
        }
        try expectAllowed(institution, index)
        let took = ContinuousClock.now - began
        store.close()
        return took / .seconds(1)
    }

    private func loaded(_ institution: Institution, _ path: String) async throws -> Double {
        let index = institution.indexOfIdentity()
        let began = ContinuousClock.now
        let store = try await open(path, index)
        try expectAllowed(institution, index)
        let took = ContinuousClock.now - began
        store.close()
        return took / .seconds(1)
    }

    /// As mandate-mailbox does it: the index takes each commit before the write is answered, and at the start all that is there.
    private func open(_ path: String, _ index: AccessIndex) async throws -> Store {
        let store = try Store(
            engine: SQLiteEngine(path: path), migrations: MailboxMigrations.all, clock: { Institution.now },
            random: { [UInt8](repeating: 7, count: $0) })
        store.onCommit(.view) { transactions in
            do {
                for transaction in transactions {
                    let changes = try transaction.changes.compactMap { try OwnChange($0) }
                    guard let organization = transaction.changes.first.flatMap({ OrganizationID($0.organization) }) else {
                        continue
                    }
                    index.apply(changes, in: organization)
                }
            } catch {
                fatalError("a change that was just written cannot be read: \(error)")
            }
        }
        try await index.load(from: store)
        return store
    }

    /// The last delegation, to an account: it decides once everything is there.
    private func expectAllowed(_ institution: Institution, _ index: AccessIndex) throws {
        guard case .account(let account) = institution.delegations.last?.grantee, let last = institution.delegations.last,
            index.decide(Question(account: .id(account), mailbox: .id(last.mailbox), right: .open), at: Now(Institution.now))
                .allowed,
            index.delegationMemory.count == institution.delegations.count
        else { throw Failure("the last delegation does not count") }
    }

    private func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
