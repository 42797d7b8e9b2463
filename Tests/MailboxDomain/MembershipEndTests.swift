import Testing

@testable import MailboxDomain

/// B10: memberships that end, judged by the clock of whoever decides and by nothing else.
struct MembershipEndTests {
    let world = World()

    private func join(_ member: Grantee, _ group: GroupID, until end: Int64?) {
        world.index.apply([.member(member, of: group, until: end)], in: 1)
    }

    @Test("B10 D2 D17 a membership counts until just before its end, and what it gave is over at that instant")
    func end() {
        world.group(50)
        join(.account(1), 50, until: noon)
        world.grant(70, 20, .group(50), .open)
        #expect(world.decide(1, 20, .open, at: noon - 1) == Decision(.allowedGroupGrant, delegation: 70, expireTime: noon))
        #expect(world.decide(1, 20, .open, at: noon) == Decision(.noGrant))
        #expect(world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon - 1))?.map(\.mailbox.id) == [1, 20])
        #expect(world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon))?.map(\.mailbox.id) == [1])
        #expect(world.index.ways(to: 20, at: Now(noon - 1)).map(\.account) == [1])
        #expect(world.index.ways(to: 20, at: Now(noon)).isEmpty)
        #expect(world.index.reaches(.group(50), 1, at: Now(noon - 1)))
        #expect(!world.index.reaches(.group(50), 1, at: Now(noon)))
    }

    @Test("B10 while two clocks disagree a membership that has ended by either gives nothing")
    func clocks() {
        world.group(50)
        join(.account(1), 50, until: noon)
        world.grant(70, 20, .group(50), .open)
        #expect(world.decide(1, 20, .open, at: Now((noon - 2, noon - 1))).allowed)
        #expect(!world.decide(1, 20, .open, at: Now((noon - 2, noon))).allowed)
        #expect(world.index.ways(to: 20, at: Now((noon - 2, noon))).isEmpty)
    }

    @Test("B10 D25 of several ways into a group the one that lasts longest counts, and each only as long as its shortest part")
    func ways() {
        // 1 ∈ 52 ⊂ 50 and 1 ∈ 51 ⊂ 50.
        world.group(50)
        world.group(51)
        world.group(52)
        join(.group(51), 50, until: noon + 5 * minute)
        join(.account(1), 51, until: noon + 9 * minute)
        join(.group(52), 50, until: noon + 7 * minute)
        join(.account(1), 52, until: noon + 3 * minute)
        world.grant(70, 20, .group(50), .open)
        #expect(world.decide(1, 20, .open).expireTime == noon + 5 * minute)
        #expect(world.decide(1, 20, .open, at: noon + 4 * minute).expireTime == noon + 5 * minute)
        #expect(world.decide(1, 20, .open, at: noon + 5 * minute) == Decision(.noGrant))
        // The way that a list names is one that counts.
        #expect(world.index.ways(to: 20, at: Now(noon + 4 * minute)).map(\.through) == [[50, 51]])
        join(.account(1), 50, until: nil)
        #expect(world.decide(1, 20, .open, at: noon + 9 * minute) == Decision(.allowedGroupGrant, delegation: 70))
    }

    @Test("B10 D25 a grant that begins when the membership is over announces nothing; one that begins before does")
    func tooLate() {
        world.group(50)
        world.group(51)
        join(.account(1), 50, until: nil)
        join(.account(1), 51, until: noon + 2 * minute)
        world.grant(70, 20, .group(50), .open)
        world.grant(71, 20, .group(51), .open, Window(startTime: noon + 2 * minute))
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70))
        world.grant(71, 20, .group(51), .open, Window(startTime: noon + minute))
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70, expireTime: noon + minute))
    }

    @Test("B10 D25 an answer holds until the membership or the delegation ends, whichever is first; a denial too")
    func holding() {
        world.group(50)
        join(.account(1), 50, until: noon + 2 * minute)
        world.grant(70, 20, .group(50), .open, Window(expireTime: noon + minute))
        #expect(world.decide(1, 20, .open).expireTime == noon + minute)
        #expect(world.decide(1, 20, .send) == Decision(.rightMissing, delegation: 70, expireTime: noon + minute))
        #expect(
            world.decide(1, 20, .open, at: noon + minute)
                == Decision(.grantExpired, delegation: 70, expireTime: noon + 2 * minute))
        world.grant(71, 30, .group(50), .open)
        #expect(
            world.decide(1, 30, .open) == Decision(.administratorGuarded, delegation: 71, expireTime: noon + 2 * minute))
    }

    @Test("B10 another end takes the place of the one before, and none makes it last; a snapshot tells them anew")
    func another() {
        world.group(50)
        world.grant(70, 20, .group(50), .open)
        join(.account(1), 50, until: noon)
        join(.account(1), 50, until: noon + minute)
        #expect(world.decide(1, 20, .open).expireTime == noon + minute)
        join(.account(1), 50, until: nil)
        #expect(world.decide(1, 20, .open, at: noon + minute) == Decision(.allowedGroupGrant, delegation: 70))
        join(.account(1), 50, until: noon)
        // Who leaves and joins again has no end left from before.
        world.index.apply([.memberGone(.account(1), of: 50), .member(.account(1), of: 50)], in: 1)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70))
        join(.account(1), 50, until: noon)
        world.index.apply([.membershipsGone(naming: .group(50)), .member(.account(1), of: 50)], in: 1)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70))
        let people = [IdentityChange.account(Account(id: 1, type: .user, state: .active))]
        let office = IdentityChange.account(Account(id: 20, type: .functional, state: .active))
        let all = people + [office, .group(50), .member(.account(1), of: 50, until: noon)]
        world.index.replaceIdentity(with: [1: all])
        #expect(!world.decide(1, 20, .open).allowed && world.decide(1, 20, .open, at: noon - 1).allowed)
        world.index.replaceIdentity(with: [1: people + [office, .group(50), .member(.account(1), of: 50)]])
        #expect(world.decide(1, 20, .open).allowed)
    }
}
