import Testing

@testable import MailboxDomain

/// D13: what ends access, and what only pauses it.
struct ReachingTests {
    private let world = World()

    private func isReached(_ account: AccountID, _ mailbox: MailboxID, without gone: Grantee? = nil, at now: Int64 = noon) -> Bool
    {
        world.index.isReached(account, in: mailbox, without: gone, at: now)
    }

    @Test("D13 an owner is reached, and whoever a delegation gives something that is not over")
    func ways() {
        world.group(50, [.account(3)])
        world.group(51, [.group(50)])
        world.register(80, owner: 4)
        for (id, mailbox, grantee, rights, window) in [
            (70, 20, .account(1), .send, .always), (71, 20, .group(51), .setUp, .always), (72, 20, .account(5), [], .always),
            (73, 20, .account(6), .open, Window(expireTime: noon)),
            (74, 20, .account(7), .open, Window(startTime: noon + minute)),
        ] as [(DelegationID, MailboxID, Grantee, Rights, Window)] {
            world.grant(id, mailbox, grantee, rights, window)
        }
        let reached = ([1, 2, 3, 4, 5, 6, 7, 8] as [AccountID]).filter { isReached($0, 20) }
        #expect(reached == [1, 3, 7])
        #expect(isReached(6, 20, at: noon - 1))
        #expect(isReached(1, 1) && isReached(4, 80) && !isReached(1, 80) && !isReached(1, 2))
        // Elsewhere, and nowhere.
        #expect(!isReached(101, 20) && isReached(101, 101) && !isReached(1, 999))
    }

    @Test("D13 a suspension, a freeze, sharing off and a guard only pause; of whom nobody has told nothing is over")
    func pauses() {
        world.group(50, [.account(3)])
        world.grant(70, 20, .account(1), .open)
        world.index.apply(
            [.put(Delegation(id: 71, mailbox: 20, grantee: .account(2), rights: .open, frozen: true))], in: 1)
        world.grant(72, 30, .group(50), .open)
        world.account(1, .user, .suspended)
        world.account(20, .functional, .suspended)
        world.index.apply([.settings(20, MailboxSettings(sharing: false))], in: 1)
        #expect(isReached(1, 20) && isReached(2, 20) && isReached(3, 30))
        #expect(isReached(999, 999) && isReached(999, 20))
    }

    @Test("B3 D13 nothing reaches a deleted account, nor anybody a deleted one's mailbox, nor through a deleted group")
    func deleted() {
        world.group(50, [.account(3)])
        world.grant(70, 20, .account(1), .open)
        world.grant(71, 2, .account(1), .open)
        world.grant(72, 20, .group(50), .open)
        world.account(2, .user, .deleted)
        #expect(!isReached(1, 2) && !isReached(2, 2) && isReached(1, 20) && isReached(3, 20))
        world.index.apply([.groupDeleted(50)], in: 1)
        #expect(!isReached(3, 20))
        world.account(1, .user, .deleted)
        #expect(!isReached(1, 20) && !isReached(1, 1))
    }

    @Test("D13 whether anything else reaches it is asked without the delegation that goes")
    func without() {
        world.group(50, [.account(1)])
        world.group(51, [.account(1)])
        world.grant(70, 20, .account(1), .open)
        #expect(!isReached(1, 20, without: .account(1)) && isReached(1, 20, without: .account(2)))
        world.grant(71, 20, .group(50), .open)
        #expect(isReached(1, 20, without: .account(1)) && isReached(1, 20, without: .group(50)))
        world.revoke(20, .account(1))
        #expect(!isReached(1, 20, without: .group(50)) && isReached(1, 20, without: .group(51)))
        #expect(isReached(1, 20, without: .group(999)))
        #expect(isReached(1, 1, without: .account(1)))
    }

    @Test("D13 D8 with its mailbox given away, or away, an owner is reached no longer")
    func transferred() {
        world.register(80, owner: 4)
        world.register(80, owner: 5)
        #expect(!isReached(4, 80) && isReached(5, 80))
        world.index.apply([.unregistered(80)], in: 1)
        #expect(!isReached(5, 80))
    }
}
