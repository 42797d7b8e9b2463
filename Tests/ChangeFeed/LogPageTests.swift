import SQL
import Testing

@testable import ChangeFeed

struct LogPageTests {
    @Test(
        "a page becomes dense",
        arguments: [([], 4, 4, []), ([], 4, 9, [-9]), ([5, 8], 4, 10, [5, -7, 8, -10]), ([9], 4, 9, [-8, 9])]
            as [([Int64], Int64, Int64, [Int64])])
    func dense(positions: [Int64], after: Int64, through: Int64, expected: [Int64]) {
        let page = LogPage.parts(
            positions.map { transaction($0) }, after: ChangePlace(after), through: ChangePlace(through))
        #expect(page.map { $0.changes.isEmpty ? -$0.position : $0.position } == expected)
        #expect(page.allSatisfy { !$0.more && $0.first == 0 })
    }

    @Test("a page begins and ends within a transaction")
    func cut() {
        let whole = large(9, 10).changes
        func page(_ range: Range<Int>) -> CommittedTransaction {
            CommittedTransaction(position: 9, changes: Array(whole[range]))
        }
        // Behind positions without changes, in the middle, and with what follows.
        #expect(
            LogPage.parts([page(0..<3)], after: 5, through: ChangePlace(8, taken: 3))
                == [.filler(8), TransactionPart(position: 9, changes: Array(whole[0..<3]), more: true)])
        #expect(
            LogPage.parts([page(3..<7)], after: ChangePlace(8, taken: 3), through: ChangePlace(8, taken: 7))
                == [TransactionPart(position: 9, first: 3, changes: Array(whole[3..<7]), more: true)])
        #expect(
            LogPage.parts([page(7..<10), transaction(11)], after: ChangePlace(8, taken: 7), through: 12)
                == [
                    TransactionPart(position: 9, first: 7, changes: Array(whole[7..<10])), .filler(10),
                    TransactionPart(transaction(11)), .filler(12),
                ])
    }
}
