internal import MailboxDomain
internal import MailboxStorage
internal import SQL
internal import Synchronization

/// Takes what this service itself has changed into the index: for `Store.onCommit`, so on the writer thread, one commit
/// after the other, before anybody is answered.
///
/// A change that cannot be read, which only a bug of ours can write, leaves an index that is not the store's. From then on
/// `areWhole` is false, and nothing may be decided on the index; `refused` hears of it once.
final class OwnChanges: Sendable {
    private let index: AccessIndex
    private let applied: @Sendable ([OwnChange], OrganizationID) -> Void
    private let refused: @Sendable (any Error) -> Void
    private let isBroken = Atomic(false)

    /// `applied` hears of what the index has, transaction by transaction.
    init(
        index: AccessIndex, applied: @escaping @Sendable ([OwnChange], OrganizationID) -> Void = { _, _ in },
        refused: @escaping @Sendable (any Error) -> Void
    ) {
        self.index = index
        self.applied = applied
        self.refused = refused
    }

    var areWhole: Bool { !isBroken.load(ordering: .acquiring) }

    func apply(_ transactions: [CommittedTransaction]) {
        for transaction in transactions where areWhole {
            do {
                for (organization, changes) in try Self.changes(transaction) {
                    index.apply(changes, in: organization)
                    applied(changes, organization)
                }
            } catch {
                isBroken.store(true, ordering: .releasing)
                refused(error)
            }
        }
    }

    /// What one transaction changed, organization by organization, each as a whole.
    private static func changes(_ transaction: CommittedTransaction) throws -> [OrganizationID: [OwnChange]] {
        var changes: [OrganizationID: [OwnChange]] = [:]
        for record in transaction.changes {
            guard let change = try OwnChange(record) else { continue }
            guard let organization = OrganizationID(record.organization) else { throw UnreadableChange(record) }
            changes[organization, default: []].append(change)
        }
        return changes
    }
}
