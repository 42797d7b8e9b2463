internal import SQL

/// A transaction, or as much of it as one message takes.
struct TransactionPart: Equatable {
    var position: Int64
    /// So many changes of the transaction came before.
    var first = 0
    var changes: [ChangeRecord]
    /// The rest follows.
    var more = false

    /// The place behind it.
    var end: ChangePlace {
        more ? ChangePlace(position - 1, taken: first + changes.count) : ChangePlace(position)
    }

    /// Nothing changed up to `position`.
    static func filler(_ position: Int64) -> TransactionPart { TransactionPart(position: position, changes: []) }
}

extension CommittedTransaction {
    var size: Int { changes.reduce(24) { $0 + $1.size } }

    /// As many of its changes, from the one with that number on, as fit; one at least.
    func part(from first: Int, bytesMax: Int) -> TransactionPart {
        var (end, bytes) = (first, 0)
        while end < changes.count, end == first || bytes + changes[end].size <= bytesMax {
            bytes += changes[end].size
            end += 1
        }
        return TransactionPart(
            position: position, first: first, changes: Array(changes[first..<end]), more: end < changes.count)
    }
}
