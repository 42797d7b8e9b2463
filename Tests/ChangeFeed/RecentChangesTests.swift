import SQL
import Testing

@testable import ChangeFeed

struct RecentChangesTests {
    private func limits(transactions: Int = 100, bytes: Int = 100_000, message: Int = 10_000) -> FeedLimits {
        var limits = FeedLimits()
        limits.recentTransactionsMax = transactions
        limits.recentBytesMax = bytes
        limits.messageBytesMax = message
        limits.transactionBytesMax = 5000
        return limits
    }

    private func positions(_ piece: RecentChanges.Piece) -> [Int64]? {
        guard case .transactions(let transactions) = piece else { return nil }
        return transactions.map { $0.changes.isEmpty ? -$0.position : $0.position }
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
        #expect(recent.after(recent.floor - 1) == .behind)
        #expect(positions(recent.after(recent.floor)) == Array(recent.floor + 1...1000))
    }

    @Test("a message is cut at its limit, between transactions")
    func cuts() {
        var recent = RecentChanges(floor: 0, limits: limits(message: 200))
        for position in 1...Int64(10) { recent.append(transaction(position)) }
        var seen: [Int64] = []
        while let piece = positions(recent.after(seen.last ?? 0)), !piece.isEmpty {
            #expect(piece.count < 5)
            seen += piece
        }
        #expect(seen == Array(1...10))
    }

    @Test("a transaction over a frame is told, behind what fits")
    func tooLarge() {
        var recent = RecentChanges(floor: 0, limits: limits())
        recent.append(transaction(1))
        recent.append(transaction(2, bytes: 6000))
        #expect(positions(recent.after(0)) == [1])
        #expect(recent.after(1) == .tooLarge)
    }
}

func transaction(_ position: Int64, bytes: Int = 8) -> CommittedTransaction {
    CommittedTransaction(position: position, changes: [thing("t\(position)", bytes: bytes)])
}

func thing(_ id: String, bytes: Int = 8) -> ChangeRecord {
    ChangeRecord(organization: "org", id: id, type: "thing", value: [UInt8](repeating: 7, count: bytes))
}
