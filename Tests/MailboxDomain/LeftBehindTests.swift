import Testing

@testable import MailboxDomain

/// Whether delegations are left of what identity has deleted.
struct LeftBehindTests {
    private let world = World()

    private func left(_ deleted: Grantee...) -> [Bool] { deleted.map { world.index.leavesDelegations($0) } }

    @Test("B3 of a deleted account those of its mailbox and those to it are left, of a deleted group those to it; else none are")
    func both() {
        world.group(50, [.account(3)])
        world.grant(70, 1, .account(2), .open)
        world.grant(71, 20, .account(4), .open)
        world.grant(72, 20, .group(50), .open)
        world.grant(73, 20, .account(3), .open)
        #expect(left(.account(1), .account(4), .group(50), .account(999), .group(999)) == [false, false, false, false, false])
        world.account(1, .user, .suspended)
        #expect(left(.account(1)) == [false])
        world.account(1, .user, .deleted)
        world.account(4, .user, .deleted)
        world.index.apply([.groupDeleted(50)], in: 1)
        #expect(left(.account(1), .account(4), .group(50), .account(3)) == [true, true, true, false])
        world.revoke(1, .account(2))
        world.revoke(20, .account(4))
        world.revoke(20, .group(50))
        #expect(left(.account(1), .account(4), .group(50)) == [false, false, false])
        #expect(world.index.delegationMemory.count == 1)
    }

    @Test("B3 what identity does not know any more, or knows to be alive again, leaves nothing behind")
    func alive() {
        world.group(50)
        world.grant(70, 20, .account(1), .open)
        world.grant(71, 20, .group(50), .open)
        world.account(1, .user, .deleted)
        world.index.apply([.groupDeleted(50)], in: 1)
        #expect(left(.account(1), .group(50)) == [true, true])
        // Of a copy that was put back.
        world.account(1)
        world.group(50)
        #expect(left(.account(1), .group(50)) == [false, false])
        world.index.apply([.accountGone(1), .groupGone(50)], in: 1)
        #expect(left(.account(1), .group(50)) == [false, false])
        world.index.replaceIdentity(with: [:])
        #expect(left(.account(1), .group(50)) == [false, false])
    }

    @Test("what a mark takes away is not left")
    func marked() {
        world.grant(70, 2, .account(1), .open)
        world.grant(71, 3, .account(1), .open)
        world.account(1, .user, .deleted)
        world.index.apply([.mailboxCleared(2)], in: 1)
        #expect(left(.account(1)) == [true])
        world.index.apply([.granteeCleared(.account(1))], in: 1)
        #expect(left(.account(1)) == [false])
    }
}
