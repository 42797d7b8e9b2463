import SQL
import Testing

@testable import ChangeFeed

struct RecentChangesTests {
    private func limits(transactions: Int = 100, bytes: Int = 100_000, message: Int = 10_000) -> FeedLimits {
        var limits = FeedLimits()
        limits.recentTransactionsMax = transactions
        limits.recentBytesMax = bytes
        limits.messageBytesMax = message
        return limits
    }

    private func positions(_ piece: RecentChanges.Piece) -> [Int64]? {
        guard case .parts(let parts) = piece else { return nil }
        return parts.map { $0.changes.isEmpty ? -$0.position : $0.position }
    }

    @Test("positions without changes are filled, and fillers join")
    func fills() {
        var recent = RecentChanges(floor: 3, limits: limits())
        recent.append(transaction(4))
        recent.append(transaction(7))
        recent.append(CommittedTransaction(position: 9, changes: []))
        recent.append(CommittedTransaction(position: 12, changes: []))
        recent.append(transaction(14))
        // A negative number is a filler.
        #expect(positions(recent.after(3)) == [4, -6, 7, -13, 14])
        #expect(positions(recent.after(5)) == [-6, 7, -13, 14])
        #expect(positions(recent.after(9)) == [-13, 14])
        #expect(positions(recent.after(14)) == [])
        #expect(positions(recent.after(20)) == [])
        #expect(recent.after(2) == .behind)
    }

    @Test("what is here already is ignored")
    func ignores() {
        var recent = RecentChanges(floor: 3, limits: limits())
        for position: Int64 in [2, 3, 4, 4, 1] { recent.append(transaction(position)) }
        #expect(positions(recent.after(3)) == [4])
    }

    @Test("it stays within its bounds and says who is behind", arguments: [(8, 100_000), (1000, 1500)])
    func bounded(transactions: Int, bytes: Int) {
        var recent = RecentChanges(floor: 0, limits: limits(transactions: transactions, bytes: bytes))
        for position in 1...Int64(1000) {
            recent.append(transaction(position))
            #expect(recent.count <= transactions)
            #expect(recent.bytes <= bytes)
        }
        #expect(recent.last == 1000)
        #expect(recent.after(ChangePlace(recent.floor - 1)) == .behind)
        #expect(positions(recent.after(ChangePlace(recent.floor))) == Array(recent.floor + 1...1000))
    }

    @Test("a message is cut at its limit, between transactions")
    func cuts() {
        var recent = RecentChanges(floor: 0, limits: limits(message: 200))
        for position in 1...Int64(10) { recent.append(transaction(position)) }
        var seen: [Int64] = []
        while let piece = positions(recent.after(ChangePlace(seen.last ?? 0))), !piece.isEmpty {
            #expect(piece.count < 5)
            seen += piece
        }
        #expect(seen == Array(1...10))
    }

    @Test("a transaction over a message is cut between its changes; one that fits is not", arguments: [1, 90, 200, 330, 1000])
    func parts(message: Int) {
        var recent = RecentChanges(floor: 0, limits: limits(message: message))
        let sizes = [1, 2, 9, 1, 1, 30, 1]
        for (index, count) in sizes.enumerated() { recent.append(large(Int64(index) + 1, count)) }
        var collected: [CommittedTransaction] = []
        var open: [ChangeRecord] = []
        var place: ChangePlace = 0
        while case .parts(let parts) = recent.after(place), let last = parts.last {
            #expect(parts.dropLast().allSatisfy { !$0.more })
            #expect(parts.count + parts[0].changes.count == 2 || parts.reduce(0) { $0 + $1.changes.count * 52 } <= message)
            for part in parts {
                #expect(part.first == open.count && !part.changes.isEmpty)
                open += part.changes
                let isWhole = !part.more && part.first == 0
                #expect(isWhole || sizes[Int(part.position) - 1] * 52 + 24 > message)
                if part.more { continue }
                collected.append(CommittedTransaction(position: part.position, changes: open))
                open = []
            }
            place = last.end
        }
        #expect(place == 7 && open.isEmpty)
        #expect(collected == sizes.enumerated().map { large(Int64($0) + 1, $1) })
    }

    @Test("within a transaction that is not here any more it says who is behind")
    func behind() {
        var recent = RecentChanges(floor: 0, limits: limits(bytes: 1500, message: 200))
        recent.append(large(1, 20))
        guard case .parts(let parts) = recent.after(0), let end = parts.last?.end else { return #expect(Bool(false)) }
        #expect(end.position == 0 && end.taken == 3)
        recent.append(large(2, 20))
        #expect(recent.after(end) == .behind)
        #expect(
            recent.after(ChangePlace(1, taken: 19))
                == .parts([TransactionPart(position: 2, first: 19, changes: [large(2, 20).changes[19]])]))
        // Larger than all that is kept: it is in the log alone.
        recent.append(large(3, 40))
        #expect(recent.count == 0 && recent.floor == 3 && recent.after(2) == .behind)
    }
}

/// Changes `0`, `1` …, of 52 bytes each.
func large(_ position: Int64, _ count: Int) -> CommittedTransaction {
    CommittedTransaction(position: position, changes: (0..<count).map { thing("\($0)", bytes: 12 - "\($0)".count) })
}

extension TransactionPart {
    init(_ transaction: CommittedTransaction) {
        self.init(position: transaction.position, changes: transaction.changes)
    }
}

func transaction(_ position: Int64, bytes: Int = 8) -> CommittedTransaction {
    CommittedTransaction(position: position, changes: [thing("t\(position)", bytes: bytes)])
}

func thing(_ id: String, bytes: Int = 8) -> ChangeRecord {
    ChangeRecord(organization: "org", id: id, type: "thing", value: [UInt8](repeating: 7, count: bytes))
}
