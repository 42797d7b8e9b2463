import SQL
import Testing

@testable import ChangeFeed

struct LogPageTests {
    @Test(
        "a page becomes dense",
        arguments: [([], 4, 4, []), ([], 4, 9, [-9]), ([5, 8], 4, 10, [5, -7, 8, -10]), ([9], 4, 9, [-8, 9])]
            as [([Int64], Int64, Int64, [Int64])])
    func dense(positions: [Int64], after: Int64, through: Int64, expected: [Int64]) {
        let page = LogPage.dense(positions.map { transaction($0) }, after: after, through: through)
        #expect(page.map { $0.changes.isEmpty ? -$0.position : $0.position } == expected)
    }

    @Test("a page is cut into messages, in order, and a transaction over a frame is told")
    func messages() {
        var limits = FeedLimits()
        limits.messageBytesMax = 200
        limits.transactionBytesMax = 500
        let page = (1...10).map { transaction($0) }
        let messages = LogPage.messages(page, limits: limits)
        #expect(messages.map { Array($0.joined()) } == page)
        #expect(messages.map { $0.allSatisfy { !$0.isEmpty && $0.count <= 3 } } == true)
        #expect(LogPage.messages(page + [transaction(11, bytes: 400)], limits: limits)?.last == [transaction(11, bytes: 400)])
        #expect(LogPage.messages(page + [transaction(11, bytes: 600)], limits: limits) == nil)
    }
}
