import Testing

@testable import MailboxDomain

/// Which delegations are left of what identity has deleted.
struct LeftBehindTests {
    private let world = World()

    private func left(of deleted: Grantee, limit: Int = 9) -> Set<DelegationKey> {
        Set(world.index.leftBehind(of: deleted, limit: limit))
    }

    @Test("B3 of a deleted account those of its mailbox and those to it are left, of a deleted group those to it; else none are")
    func both() {
        world.group(50, [.account(3)])
        for (id, mailbox, grantee) in [
            (70, 1, .account(2)), (71, 1, .group(50)), (72, 20, .account(1)), (73, 2, .account(1)), (74, 20, .group(50)),
            (75, 20, .account(3)),
        ] as [(DelegationID, MailboxID, Grantee)] {
            world.grant(id, mailbox, grantee, .open)
        }
        #expect(left(of: .account(1)).isEmpty && left(of: .group(50)).isEmpty && left(of: .account(999)).isEmpty)
        world.account(1, .user, .suspended)
        #expect(left(of: .account(1)).isEmpty)
        world.account(1, .user, .deleted)
        let ofAccount: Set = [
            DelegationKey(mailbox: 1, grantee: .account(2)), DelegationKey(mailbox: 1, grantee: .group(50)),
            DelegationKey(mailbox: 20, grantee: .account(1)), DelegationKey(mailbox: 2, grantee: .account(1)),
        ]
        #expect(left(of: .account(1)) == ofAccount)
        #expect((0...4).map { left(of: .account(1), limit: $0).count } == [0, 1, 2, 3, 4])
        world.index.apply([.groupDeleted(50)], in: 1)
        let ofGroup: Set = [DelegationKey(mailbox: 1, grantee: .group(50)), DelegationKey(mailbox: 20, grantee: .group(50))]
        #expect(left(of: .group(50)) == ofGroup)
        for key in ofAccount.union(ofGroup) { world.revoke(key.mailbox, key.grantee) }
        #expect(left(of: .account(1)).isEmpty && left(of: .group(50)).isEmpty)
        #expect(world.index.delegationMemory.count == 1)
    }

    @Test("B3 what identity does not know any more, or knows to be alive again, leaves nothing behind")
    func alive() {
        world.group(50)
        world.grant(70, 20, .account(1), .open)
        world.grant(71, 20, .group(50), .open)
        world.account(1, .user, .deleted)
        world.index.apply([.groupDeleted(50)], in: 1)
        #expect(left(of: .account(1)).count == 1 && left(of: .group(50)).count == 1)
        // Of a copy that was put back.
        world.account(1)
        world.group(50)
        #expect(left(of: .account(1)).isEmpty && left(of: .group(50)).isEmpty)
        world.index.apply([.accountGone(1), .groupGone(50)], in: 1)
        #expect(left(of: .account(1)).isEmpty && left(of: .group(50)).isEmpty)
        world.index.replaceIdentity(with: [:])
        #expect(left(of: .account(1)).isEmpty && left(of: .group(50)).isEmpty)
    }

    @Test("as many as are asked for, also where mailboxes have long lists, and none twice once they are gone")
    func longLists() {
        for mailbox in [2, 3, 4] as [MailboxID] {
            world.grant(DelegationID(bits: mailbox.bits), mailbox, .account(1), .open)
            for number in UInt128(0)..<6000 {
                let account = AccountID(bits: 10_000 + number)
                world.grant(DelegationID(bits: (10_000 + number) << 8 | mailbox.bits), mailbox, .account(account), .open)
            }
        }
        world.account(1, .user, .deleted)
        #expect(world.index.leftBehind(of: .account(1), limit: 2).count == 2)
        #expect(Set(left(of: .account(1))) == Set([2, 3, 4].map { DelegationKey(mailbox: $0, grantee: .account(1)) }))
        world.revoke(3, .account(1))
        world.index.apply([.mailboxCleared(2)], in: 1)
        #expect(left(of: .account(1)) == [DelegationKey(mailbox: 4, grantee: .account(1))])
    }
}
