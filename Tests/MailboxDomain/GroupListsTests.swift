import Lots
import Testing

@testable import MailboxDomain

struct GroupListsTests {
    @Test("each account has the list it was given last, however often lists grow, shrink and move")
    func lists() {
        var random = SplitMix(seed: 11)
        var lists = GroupLists()
        var expected: [[UInt32]] = []
        var ends = Array(repeating: false, count: 40)
        for step in 0..<20_000 {
            if expected.count < 40, step % 100 == 0 {
                lists.addAccount()
                expected.append([])
            }
            let account = Int.random(in: expected.indices, using: &random)
            let count = UInt32.random(in: 0..<30, using: &random)
            let list = (0..<count).map { $0 * 3 + UInt32(step) }
            let hasEnds = Bool.random(using: &random)
            lists.set(list, of: UInt32(account), hasEnds: hasEnds)
            (expected[account], ends[account]) = (list, hasEnds)
            if step % 200 == 0 { #expect(all(lists, expected.count) == expected) }
        }
        #expect(all(lists, expected.count) == expected)
        for (account, list) in expected.enumerated() {
            #expect(lists.hasEnds(UInt32(account)) == ends[account])
            for group in list {
                #expect(lists.contains(group, of: UInt32(account)))
                #expect(!lists.contains(group + 1, of: UInt32(account)))
            }
        }
        // Twice what is in lists, and the thousand that nobody counts.
        #expect(lists.held <= 2 * expected.map(\.count).reduce(0, +) + 1024 + 30)
    }

    private func all(_ lists: GroupLists, _ accounts: Int) -> [[UInt32]] {
        (0..<UInt32(accounts)).map { account in
            var list: [UInt32] = []
            lists.forEach(of: account) { list.append($0) }
            #expect(list.count == lists.count(of: account))
            return list
        }
    }
}
