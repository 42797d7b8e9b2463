import Synchronization
import Testing

@testable import MailboxDomain

/// Marks: all delegations of a mailbox, or to a grantee, at once.
struct ClearingTests {
    private let world = World()
    private let many = UInt64(3000)

    private func put(_ number: UInt64, _ mailbox: MailboxID, _ grantee: Grantee) -> OwnChange {
        .put(Delegation(id: DelegationID(bits: UInt128(number)), mailbox: mailbox, grantee: grantee, rights: .open))
    }

    /// Many delegations of mailbox 20, those of account 1 and of its group somewhere among them, and one of mailbox 2.
    private func grants() -> [OwnChange] {
        world.group(50, [.account(1)])
        var changes = (0..<many).map { put(1000 + $0, 20, .account(AccountID(bits: UInt128(10_000 + $0)))) }
        changes.insert(put(70, 20, .account(1)), at: 700)
        changes.insert(put(71, 20, .group(50)), at: 1400)
        changes.append(put(72, 2, .account(1)))
        return changes
    }

    @Test("D17 what a mark names is gone, from both sides' lists, and nothing else is")
    func gone() {
        let there = grants()
        for mark in [OwnChange.mailboxCleared(20), .granteeCleared(.account(1)), .granteeCleared(.group(50))] {
            world.index.apply(there, in: 1)
            world.index.apply([mark], in: 1)
            let isMailbox = if case .mailboxCleared = mark { true } else { false }
            let isAccount = if case .granteeCleared(.account) = mark { true } else { false }
            #expect(world.reason(1, 2, .open) == (isAccount ? .noGrant : .allowedGrant))
            #expect(world.reason(1, 20, .open) == (isMailbox ? .noGrant : isAccount ? .allowedGroupGrant : .allowedGrant))
            let listed = world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon)) ?? []
            #expect(listed.map(\.mailbox.id) == (isMailbox ? [1, 2] : isAccount ? [1, 20] : [1, 2, 20]))
            let left = isMailbox ? 1 : isAccount ? Int(many) + 1 : Int(many) + 2
            #expect(world.index.delegationMemory.count == left)
            world.index.apply([.mailboxCleared(20), .mailboxCleared(2)], in: 1)
            #expect(world.index.delegationMemory.count == 0)
        }
    }

    @Test("what a mark takes away leaves a slice at a time; the longest hold of the lock is counted")
    func slices() {
        let holds = Holds()
        let index = AccessIndex(clock: holds.clock)
        index.apply(grants(), in: 1)
        #expect(index.longestHold == .milliseconds(5))
        let before = holds.count
        index.apply([.mailboxCleared(20)], in: 1)
        #expect(holds.count - before == 1 + (Int(many) + 2) / 256 + 1)
        holds.step.store(9, ordering: .relaxed)
        index.apply([.mailboxCleared(2)], in: 1)
        holds.step.store(1, ordering: .relaxed)
        index.apply([.group(50)], in: 1)
        #expect(index.longestHold == .milliseconds(9))
    }

    @Test("what the same transaction gives behind its mark counts")
    func given() {
        world.index.apply(grants() + [.mailboxCleared(20), put(80, 20, .account(1))], in: 1)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGrant, delegation: 80))
        #expect(world.index.delegationMemory.count == 2)
    }

    @Test("D17 no decision sees a part of what a mark takes away")
    func whole() async {
        let index = world.index
        let there = grants()
        index.apply(there, in: 1)
        let rounds = Rounds()
        await withTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                for round in 0..<100 {
                    index.apply([round % 2 == 0 ? .mailboxCleared(20) : .granteeCleared(.account(1))], in: 1)
                    // All of them come back in one hold.
                    index.apply([.mailboxCleared(20)], in: 1)
                    index.apply(there, in: 1)
                }
                rounds.areOver.store(true, ordering: .releasing)
                return true
            }
            tasks.addTask {
                var seen: Set<Int> = []
                // Once at least: on a busy machine all rounds may be over before this begins.
                repeat {
                    let page = index.accessible(to: 1, after: 1, limit: 9, at: Now(noon)) ?? []
                    let of20 = page.filter { $0.mailbox.id == 20 }.first?.delegations ?? []
                    // Mailbox 20 by both ways, by none, or by the group alone when the mark was the account's.
                    guard of20 == [] || of20 == [71] || of20 == [70, 71] else { return false }
                    if of20 == [71] && page.contains(where: { $0.mailbox.id == 2 }) { return false }
                    seen.insert(of20.count)
                } while !rounds.areOver.load(ordering: .acquiring)
                return !seen.isEmpty
            }
            for await isRight in tasks { #expect(isRight) }
        }
    }
}

final class Rounds: Sendable {
    let areOver = Atomic(false)
}

/// A clock that goes on with every look at it.
private final class Holds: Sendable {
    let step = Atomic(5)
    private let looks = Atomic(0)
    private let time = Atomic(0)

    /// Two looks each.
    var count: Int { looks.load(ordering: .relaxed) / 2 }

    var clock: @Sendable () -> Duration {
        {
            self.looks.add(1, ordering: .relaxed)
            let step = self.step.load(ordering: .relaxed)
            return .milliseconds(self.time.add(step, ordering: .relaxed).newValue)
        }
    }
}
