internal import SQL

/// The last changes, in memory, shared by all followers. Each follower has only a position in it.
///
/// 1. Positions rise. A transaction without changes is a filler: nothing changed up to its position, which may be
///    many positions at once. Every other transaction stands exactly one behind the one before it.
/// 2. What is not here any more, everything up to `floor`, is in the change log.
/// 3. Bounded by bytes and by number, whatever followers do.
struct RecentChanges {
    enum Piece: Equatable {
        case parts([TransactionPart])
        /// The follower is behind `floor`.
        case behind
    }

    private struct Entry {
        let transaction: CommittedTransaction
        let bytes: Int
    }

    private(set) var floor: Int64
    private(set) var last: Int64
    private(set) var bytes = 0
    private let limits: FeedLimits
    private var entries: [Entry] = []
    /// Entries before it were dropped; the array is moved up now and then.
    private var head = 0

    init(floor: Int64, limits: FeedLimits) {
        self.floor = floor
        last = floor
        self.limits = limits
    }

    var count: Int { entries.count - head }

    /// Appends; the positions in between had no changes. Ignores what is here already.
    mutating func append(_ transaction: CommittedTransaction) {
        guard transaction.position > last else { return }
        if !transaction.changes.isEmpty && transaction.position > last + 1 { fill(to: transaction.position - 1) }
        if transaction.changes.isEmpty {
            fill(to: transaction.position)
        } else {
            push(transaction)
        }
        while count > 0 && (bytes > limits.recentBytesMax || count > limits.recentTransactionsMax) { dropFirst() }
    }

    /// What comes behind `place`: as much as one message takes. A transaction that fits into one is not cut.
    func after(_ place: ChangePlace) -> Piece {
        guard place.position >= floor else { return .behind }
        var parts: [TransactionPart] = []
        var room = limits.messageBytesMax
        var taken = place.taken
        for entry in entries[firstIndex(after: place.position)...] {
            if entry.bytes > room && !parts.isEmpty { break }
            let part = entry.transaction.part(from: taken, bytesMax: room)
            parts.append(part)
            if part.more { break }
            room -= entry.bytes
            taken = 0
        }
        return .parts(parts)
    }

    private mutating func fill(to position: Int64) {
        if count > 0, let before = entries.last, before.transaction.changes.isEmpty {
            entries.removeLast()
            bytes -= before.bytes
        }
        push(CommittedTransaction(position: position, changes: []))
    }

    private mutating func push(_ transaction: CommittedTransaction) {
        let entry = Entry(transaction: transaction, bytes: transaction.size)
        entries.append(entry)
        bytes += entry.bytes
        last = transaction.position
    }

    private mutating func dropFirst() {
        bytes -= entries[head].bytes
        floor = entries[head].transaction.position
        entries[head] = Entry(transaction: CommittedTransaction(position: floor, changes: []), bytes: 0)
        head += 1
        if head > 64 && head * 2 > entries.count {
            entries.removeFirst(head)
            head = 0
        }
    }

    private func firstIndex(after position: Int64) -> Int {
        var (low, high) = (head, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].transaction.position > position { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
