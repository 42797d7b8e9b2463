import SQL

@testable import ChangeFeed

/// A database: it survives the leader, keeps a part of its change log, and every state it ever had, to compare with.
final class SimulatedStore {
    private(set) var position: Int64 = 0
    private(set) var history: [[String: [UInt8]]] = [[:]]
    /// Of the last lease promised, in nanoseconds.
    var lease: Int64 = 0
    private var log: [CommittedTransaction] = []
    private(set) var changesFrom: Int64 = 1

    func commit(_ changes: [ChangeRecord]) -> CommittedTransaction {
        position += 1
        let transaction = CommittedTransaction(position: position, changes: changes)
        if !changes.isEmpty { log.append(transaction) }
        history.append(Self.apply(transaction, to: history[history.count - 1]))
        return transaction
    }

    func compact(keeping positions: Int64) {
        changesFrom = max(changesFrom, position - positions + 1)
        log.removeAll { $0.position < changesFrom }
    }

    func page(after position: Int64, limit: Int) -> ChangePage {
        guard position + 1 >= changesFrom, position <= self.position else { return .compacted }
        let found = log.filter { $0.position > position }
        let page = Array(found.prefix(limit))
        return .changes(page, through: page.count < found.count ? page[page.count - 1].position : self.position)
    }

    func snapshot() -> [ChangeRecord] {
        history[history.count - 1].map {
            ChangeRecord(organization: "org", id: $0.key, type: "thing", value: $0.value)
        }
    }

    static func apply(_ transaction: CommittedTransaction, to values: [String: [UInt8]]) -> [String: [UInt8]] {
        var values = values
        for change in transaction.changes { values[change.id] = change.deleted ? nil : change.value }
        return values
    }
}
