import Lots
import Testing

@testable import MailboxDomain

/// Flattened membership against memberships that are followed one by one, at every moment of settling them.
struct SettlingTests {
    private static let (people, clubs) = (UInt32(12), UInt32(8))

    private struct Edge: Hashable {
        let group: UInt32
        let member: UInt32
        let isGroup: Bool
    }

    /// What is so: with the end of each membership, `Int64.max` for none.
    private struct Plain {
        var edges: [Edge: Int64] = [:]
        var exists: Set<UInt32> = []

        /// Again and again over all memberships until no group is reached for longer.
        func groups(of account: UInt32) -> [UInt32: Int64] {
            var reached: [UInt32: Int64] = [:]
            var isDone = false
            while !isDone {
                isDone = true
                for (edge, end) in edges where exists.contains(edge.group) {
                    let from = edge.isGroup ? reached[edge.member] : edge.member == account ? .max : nil
                    guard let from, min(from, end) > reached[edge.group] ?? .min else { continue }
                    reached[edge.group] = min(from, end)
                    isDone = false
                }
            }
            return reached
        }
    }

    private func made() -> Membership {
        var membership = Membership()
        for _ in 0..<Self.people { membership.addAccount() }
        for number in 0..<Self.clubs { _ = membership.addGroup(GroupID(bits: UInt128(number))) }
        return membership
    }

    private func compare(_ membership: borrowing Membership, _ plain: Plain, at now: Now) throws {
        var members: [UInt32: Set<UInt32>] = [:]
        for account in 0..<Self.people {
            let expected = plain.groups(of: account).filter { now.latest < $0.value }
            let found = membership.groups(of: account, at: now)
            try #require(Dictionary(uniqueKeysWithValues: found.map { ($0.group, $0.until) }) == expected)
            try #require(found.map(\.group) == expected.keys.sorted())
            for group in 0..<Self.clubs {
                try #require(membership.contains(group, account, at: now) == (expected[group] != nil))
                if expected[group] != nil { members[group, default: []].insert(account) }
            }
        }
        for group in 0..<Self.clubs {
            try #require(Set(membership.accounts(in: group, at: now).map(\.account)) == members[group] ?? [])
        }
    }

    private func change(_ membership: inout Membership, _ plain: inout Plain, _ random: inout SplitMix) {
        let (group, other) = (
            UInt32.random(in: 0..<Self.clubs, using: &random), UInt32.random(in: 0..<Self.clubs, using: &random)
        )
        let account = UInt32.random(in: 0..<Self.people, using: &random)
        let end = Bool.random(using: &random) ? nil : Int64.random(in: 0..<1000, using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<6:
            membership.add(account: account, to: group, until: end)
            plain.edges[Edge(group: group, member: account, isGroup: false)] = end ?? .max
        case 6..<9:
            membership.remove(account: account, from: group)
            plain.edges[Edge(group: group, member: account, isGroup: false)] = nil
        case 9..<13:
            membership.add(group: other, to: group, until: end)
            plain.edges[Edge(group: group, member: other, isGroup: true)] = end ?? .max
        case 13..<15:
            membership.remove(group: other, from: group)
            plain.edges[Edge(group: group, member: other, isGroup: true)] = nil
        case 15:
            membership.removeAll(group: group)
            plain.edges = plain.edges.filter { $0.key.group != group && !($0.key.isGroup && $0.key.member == group) }
        case 16:
            membership.removeAll(account: account)
            plain.edges = plain.edges.filter { $0.key.isGroup || $0.key.member != account }
        default:
            let exists = plain.exists.remove(group) == nil
            if exists { plain.exists.insert(group) }
            membership.set(group, to: exists ? .active : Bool.random(using: &random) ? .deleted : .absent)
        }
    }

    @Test("B10 D17 who is in what, and until when, is right at every moment of settling it", arguments: [1, 2, 3])
    func random(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var (membership, plain) = (made(), Plain())
        for _ in 0..<500 {
            for _ in 0..<Int.random(in: 1...5, using: &random) { change(&membership, &plain, &random) }
            let now = Now(Int64.random(in: 0..<1000, using: &random))
            while membership.isSettling {
                try compare(membership, plain, at: now)
                membership.settle(Int.random(in: 0...9, using: &random))
            }
            try compare(membership, plain, at: now)
            for account in 0..<Self.people {
                let groups = plain.groups(of: account)
                try #require(membership.isPlain(account) == groups.values.allSatisfy { $0 == .max })
                try #require(membership.flat.count(of: account) == groups.count)
            }
        }
    }

    @Test("B10 a group of many is taken away by one step, and their lists in slices: each question between them has its answer")
    func slices() {
        let count = UInt32(3000)
        var membership = Membership()
        let group = membership.addGroup(50)
        membership.set(group, to: .active)
        for _ in 0..<count { membership.addAccount() }
        for account in 0..<count { membership.add(account: account, to: group) }
        membership.settle()
        #expect(membership.isPlain(0) && membership.contains(group, count - 1, at: Now(noon)))

        membership.set(group, to: .deleted)
        var holds = 0
        while membership.isSettling {
            #expect(!membership.contains(group, 0, at: Now(noon)) && !membership.contains(group, count - 1, at: Now(noon)))
            membership.settle(512)
            holds += 1
        }
        // Each member is marked, and then flattened.
        #expect(holds == Int((2 * count + 1) / 512 + 1))
        #expect(membership.flat.count(of: 0) == 0)
    }

    @Test("B10 many ways that end, one above the other, are each followed once")
    func ladder() {
        var membership = Membership()
        membership.addAccount()
        for number in 0..<400 { membership.set(membership.addGroup(GroupID(bits: UInt128(number + 1))), to: .active) }
        membership.add(account: 0, to: 0)
        // Each group is in the next two, by ends in no order: as many paths as Fibonacci's numbers.
        for group in UInt32(0)..<398 {
            membership.add(group: group, to: group + 1, until: Int64(1000 + group * 7919 % 400))
            membership.add(group: group, to: group + 2, until: Int64(1000 + group * 104_729 % 400))
        }
        membership.settle()
        #expect(membership.flat.count(of: 0) == 400)
        #expect(membership.groups(of: 0, at: Now(0)).allSatisfy { $0.until >= 1000 })
    }
}
