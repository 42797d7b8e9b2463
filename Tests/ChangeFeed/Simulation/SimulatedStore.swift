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

    func keeps(_ position: Int64) -> Bool { position <= self.position && position + 1 >= changesFrom }

    /// So many changes; the page may end within a transaction.
    func page(after place: ChangePlace, limit: Int) -> ChangePage {
        guard keeps(place.position) else { return .compacted }
        var page: [CommittedTransaction] = []
        var (left, taken) = (limit, place.taken)
        for transaction in log where transaction.position > place.position {
            if left == 0 { return .changes(page, through: ChangePlace(page[page.count - 1].position)) }
            let part = transaction.changes[taken...].prefix(left)
            page.append(CommittedTransaction(position: transaction.position, changes: Array(part)))
            left -= part.count
            if part.endIndex < transaction.changes.count {
                return .changes(page, through: ChangePlace(transaction.position - 1, taken: part.endIndex))
            }
            taken = 0
        }
        return .changes(page, through: ChangePlace(position))
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
