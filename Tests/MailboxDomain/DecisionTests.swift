import Testing

@testable import MailboxDomain

struct DecisionTests {
    let world = World()

    @Test("B2 B3 D8 D28 every reason that comes before the grants")
    func states() {
        world.account(40, .user, .invited)
        world.account(41, .user, .suspended)
        world.account(42, .user, .deleted)
        let table: [(AccountID, MailboxID, Reason)] = [
            (999, 2, .noSuchAccount),
            (999, 999, .noSuchAccount),
            (1, 999, .noSuchMailbox),
            (1, 101, .noSuchMailbox),
            (1, 42, .noSuchMailbox),
            (41, 999, .noSuchMailbox),
            (40, 2, .accountInvited),
            (40, 40, .accountInvited),
            (41, 2, .accountSuspended),
            (41, 41, .accountSuspended),
            (42, 2, .accountDeleted),
            (20, 2, .functionalAccount),
            (20, 20, .functionalAccount),
            (1, 1, .allowedOwner),
            (30, 30, .allowedOwner),
            (1, 41, .mailboxSuspended),
            (1, 40, .noGrant),
            (1, 2, .noGrant),
            (1, 20, .noGrant),
        ]
        for (account, mailbox, reason) in table {
            for right in [Rights.open, .send, .setUp] {
                #expect(world.unnamed(account, mailbox, right) == Decision(reason), "\(account) \(mailbox)")
            }
        }
    }

    @Test("D3 each of the eight sets gives exactly its rights, direct and through a group")
    func sets() {
        world.group(50, [.account(2)])
        for set in (0...7).map({ Rights(rawValue: UInt8($0)) }) {
            world.grant(70, 20, .account(1), set)
            world.grant(71, 20, .group(50), set)
            for right in [Rights.open, .send, .setUp] {
                let has = set.contains(right)
                #expect(world.unnamed(1, 20, right) == Decision(has ? .allowedGrant : .rightMissing, delegation: 70))
                #expect(world.unnamed(2, 20, right) == Decision(has ? .allowedGroupGrant : .rightMissing, delegation: 71))
            }
        }
    }

    @Test("D2 rights of direct and group grants are a union; direct decides first")
    func union() {
        world.group(50, [.account(1)])
        world.grant(70, 20, .account(1), .open)
        world.grant(71, 20, .group(50), .send)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGrant, delegation: 70))
        #expect(world.unnamed(1, 20, .send) == Decision(.allowedGroupGrant, delegation: 71))
        #expect(world.decide(1, 20, .setUp) == Decision(.rightMissing, delegation: 70))
        world.grant(71, 20, .group(50), [.open, .send])
        #expect(world.decide(1, 20, .open) == Decision(.allowedGrant, delegation: 70))
        world.revoke(20, .account(1))
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 71))
    }

    @Test("D2 leaving the group ends it, a later member has it")
    func leaving() {
        world.group(50, [.account(1)])
        world.grant(71, 20, .group(50), .open)
        #expect(world.reason(1, 20, .open) == .allowedGroupGrant)
        #expect(world.reason(2, 20, .open) == .noGrant)
        world.index.apply([.memberGone(.account(1), of: 50), .member(.account(2), of: 50)], in: 1)
        #expect(world.reason(1, 20, .open) == .noGrant)
        #expect(world.reason(2, 20, .open) == .allowedGroupGrant)
    }

    @Test("D18 a delegate of a delegate gets nothing")
    func transitive() {
        world.grant(70, 2, .account(1), .all)
        world.grant(71, 3, .account(2), .all)
        world.grant(72, 20, .account(3), .all)
        #expect(world.reason(1, 2, .open) == .allowedGrant)
        #expect(world.reason(1, 3, .open) == .noGrant)
        #expect(world.reason(1, 20, .open) == .noGrant)
    }

    @Test("B3 a suspended account's grants stay and count again")
    func suspension() {
        world.grant(70, 2, .account(1), .open)
        world.account(1, .user, .suspended)
        #expect(world.reason(1, 2, .open) == .accountSuspended)
        world.account(1)
        #expect(world.reason(1, 2, .open) == .allowedGrant)
        world.account(2, .user, .suspended)
        #expect(world.reason(1, 2, .open) == .mailboxSuspended)
        world.account(2)
        #expect(world.reason(1, 2, .open) == .allowedGrant)
    }

    @Test("D28 a delegation across organizations counts nowhere")
    func crossing() {
        world.grant(70, 20, .account(101), .open)
        world.grant(71, 101, .account(1), .open)
        world.grant(72, 101, .account(1), .open, in: 2)
        #expect(world.reason(101, 20, .open) == .noSuchMailbox)
        #expect(world.reason(1, 101, .open) == .noSuchMailbox)
    }

    @Test("D1 what was named before identity told of it counts from then on")
    func early() {
        world.grant(70, 60, .account(61), .open)
        world.grant(71, 60, .group(55), .send)
        #expect(world.reason(61, 60, .open) == .noSuchAccount)
        world.account(61)
        #expect(world.reason(61, 60, .open) == .noSuchMailbox)
        world.account(60)
        #expect(world.reason(61, 60, .open) == .allowedGrant)
        #expect(world.reason(61, 60, .send) == .rightMissing)
        world.index.apply([.member(.account(61), of: 55)], in: 1)
        #expect(world.reason(61, 60, .send) == .rightMissing)
        world.group(55)
        #expect(world.reason(61, 60, .send) == .allowedGroupGrant)
        world.index.apply([.groupGone(55)], in: 1)
        #expect(world.reason(61, 60, .send) == .rightMissing)
        world.index.apply([.accountGone(61)], in: 1)
        #expect(world.reason(61, 60, .open) == .noSuchAccount)
    }
}
