import Testing

@testable import MailboxDomain

struct MembershipTests {
    let world = World()

    @Test("B10 D2 groups nest, and a change at any level reaches the accounts below")
    func nesting() {
        world.group(53, [.account(1)])
        world.group(52, [.group(53)])
        world.group(51, [.group(52)])
        world.group(50, [.group(51)])
        world.grant(70, 20, .group(50), .open)
        #expect(world.reason(1, 20, .open) == .allowedGroupGrant)
        world.index.apply([.memberGone(.group(52), of: 51)], in: 1)
        #expect(world.reason(1, 20, .open) == .noGrant)
        world.index.apply([.member(.group(53), of: 51)], in: 1)
        #expect(world.reason(1, 20, .open) == .allowedGroupGrant)
        world.index.apply([.memberGone(.account(1), of: 53)], in: 1)
        #expect(world.reason(1, 20, .open) == .noGrant)
        world.index.apply([.member(.account(1), of: 53), .groupGone(51)], in: 1)
        #expect(world.reason(1, 20, .open) == .noGrant)
    }

    @Test("B10 two ways into a group: taking one away leaves the other")
    func diamond() {
        world.group(50, [.group(51), .group(52)])
        world.group(51, [.account(1)])
        world.group(52, [.account(1)])
        world.grant(70, 20, .group(50), .open)
        world.index.apply([.memberGone(.account(1), of: 51)], in: 1)
        #expect(world.reason(1, 20, .open) == .allowedGroupGrant)
        world.index.apply([.memberGone(.account(1), of: 52)], in: 1)
        #expect(world.reason(1, 20, .open) == .noGrant)
    }

    @Test("B10 a cycle, should one ever arrive, ends")
    func cycle() {
        world.group(50, [.group(51)])
        world.group(51, [.group(50), .account(1)])
        world.grant(70, 20, .group(50), .open)
        #expect(world.reason(1, 20, .open) == .allowedGroupGrant)
        #expect(world.index.ways(to: 20, at: Now(noon)).map(\.through) == [[50, 51]])
    }

    @Test("D2 many groups on few delegations and few groups on many give the same answers")
    func shorterSide() {
        for number in UInt64(200)..<240 { world.group(number, [.account(1)]) }
        world.grant(70, 20, .group(239), .open)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70))
        #expect(world.reason(2, 20, .open) == .noGrant)
        world.group(300, [.account(2)])
        for number in UInt64(300)..<340 {
            world.grant(DelegationID(bits: UInt128(number)), 20, .group(GroupID(bits: UInt128(number))), .open)
        }
        #expect(world.decide(2, 20, .open) == Decision(.allowedGroupGrant, delegation: 300))
    }

    @Test("D17 a snapshot takes the place of all that identity told; delegations stay")
    func snapshot() {
        world.group(50, [.account(1)])
        world.grant(70, 20, .group(50), .open)
        world.grant(71, 20, .account(3), .open)
        let user = { (id: AccountID) in IdentityChange.account(Account(id: id, type: .user, state: .active)) }
        let function = IdentityChange.account(Account(id: 20, type: .functional, state: .active))
        world.index.replaceIdentity(with: [1: [user(2), user(3), function, .group(50), .member(.account(2), of: 50)]])
        #expect(world.reason(1, 20, .open) == .noSuchAccount)
        #expect(world.reason(2, 20, .open) == .allowedGroupGrant)
        #expect(world.reason(3, 20, .open) == .allowedGrant)
        #expect(world.reason(101, 101, .open) == .noSuchAccount)
        world.index.replaceIdentity(with: [:])
        #expect(world.reason(3, 20, .open) == .noSuchAccount)
        #expect(world.index.mailbox(20) == nil)
    }
}
