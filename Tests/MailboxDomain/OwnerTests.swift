import Testing

@testable import MailboxDomain

struct OwnerTests {
    let world = World()

    @Test("D8 the account that registered a mailbox has every right in it, whatever it was granted")
    func owner() {
        world.register(80, owner: 1)
        world.grant(70, 80, .account(1), [])
        world.grant(71, 80, .account(2), .open)
        for right in [Rights.open, .send, .setUp] { #expect(world.unnamed(1, 80, right) == Decision(.allowedOwner)) }
        #expect(world.decide(2, 80, .open) == Decision(.allowedGrant, delegation: 71))
        #expect(world.decide(3, 80, .open) == Decision(.noGrant))
        #expect(world.decide(101, 80, .open) == Decision(.noSuchMailbox))
        // It is a mailbox, and no account.
        #expect(world.decide(80, 2, .open) == Decision(.noSuchAccount))
        #expect(world.decide(80, 80, .open) == Decision(.noSuchAccount))
        #expect(
            world.index.mailbox(80)
                == Mailbox(
                    id: 80, organization: 1, kind: .registered, owner: 1, isAdministrators: false,
                    address: "80@boxes.example", displayName: "Box 80"))
        #expect(world.index.mailbox(1)?.owner == 1 && world.index.mailbox(20)?.owner == nil)
    }

    @Test("D8 B3 a registered mailbox stands as its owner does, and goes with its row")
    func states() {
        world.register(80, owner: 1)
        world.grant(71, 80, .account(2), .open)
        let table: [(AccountState, Reason, Reason)] = [
            (.suspended, .accountSuspended, .mailboxSuspended), (.deleted, .accountDeleted, .mailboxSuspended),
            (.invited, .accountInvited, .allowedGrant), (.active, .allowedOwner, .allowedGrant),
        ]
        for (state, own, delegate) in table {
            world.account(1, .user, state)
            #expect(world.reason(1, 80, .open) == own)
            #expect(world.reason(2, 80, .open) == delegate)
            let listed = world.index.accessible(to: 2, after: nil, limit: 9, at: Now(noon))?.map(\.mailbox.id)
            #expect(listed == (delegate.allows ? [2, 80] : [2]))
            #expect(world.index.ways(to: 80, at: Now(noon)).isEmpty == !delegate.allows)
        }
        world.index.apply([.accountGone(1)], in: 1)
        #expect(world.reason(2, 80, .open) == .mailboxSuspended)
        world.account(1)
        world.index.apply([.unregistered(80)], in: 1)
        #expect(world.reason(2, 80, .open) == .noSuchMailbox)
        #expect(world.reason(1, 80, .open) == .noSuchMailbox)
        #expect(world.index.mailbox(80) == nil)
    }

    @Test("D8 another owner: at once the one has every right and the other none")
    func transfer() throws {
        world.register(80, owner: 1)
        world.register(81, owner: 1)
        world.register(80, owner: 2)
        #expect(world.reason(1, 80, .open) == .noGrant)
        #expect(world.reason(2, 80, .open) == .allowedOwner)
        let lists = try (1...2).map { number in
            try #require(world.index.accessible(to: AccountID(bits: number), after: nil, limit: 9, at: Now(noon)))
        }
        #expect(lists.map { $0.map(\.mailbox.id) } == [[1, 81], [2, 80]])
        #expect(lists.joined().allSatisfy { $0.owner && $0.rights == .all && $0.delegations.isEmpty })
        // An owner elsewhere is none.
        world.register(80, owner: 101)
        #expect(world.reason(2, 80, .open) == .noSuchMailbox)
        #expect(world.reason(101, 80, .open) == .noSuchMailbox)
    }

    @Test("D8 D17 registered mailboxes stay over a snapshot of identity, and may be told before their owner")
    func snapshot() {
        world.register(80, owner: 60)
        world.grant(71, 80, .account(2), .open)
        #expect(world.reason(60, 80, .open) == .noSuchAccount)
        #expect(world.reason(2, 80, .open) == .mailboxSuspended)
        let people = [2, 60].map { IdentityChange.account(Account(id: $0, type: .user, state: .active)) }
        world.index.replaceIdentity(with: [1: people])
        #expect(world.reason(60, 80, .open) == .allowedOwner)
        #expect(world.reason(2, 80, .open) == .allowedGrant)
    }

    @Test("C6 grants to groups do not count on an administrator's own mailbox, whenever they were made")
    func guarded() throws {
        world.group(50, [.account(2), .account(3)])
        world.grant(70, 1, .group(50), .open)
        world.grant(71, 1, .account(3), .send)
        #expect(world.reason(2, 1, .open) == .allowedGroupGrant)
        world.account(1, .administrator)
        #expect(world.decide(2, 1, .open) == Decision(.administratorGuarded, delegation: 70))
        #expect(world.decide(3, 1, .open) == Decision(.administratorGuarded, delegation: 70))
        #expect(world.unnamed(3, 1, .send) == Decision(.allowedGrant, delegation: 71))
        #expect(world.reason(4, 1, .open) == .noGrant)
        // Lists and explanations say the same.
        #expect(world.index.ways(to: 1, at: Now(noon)) == [Way(account: 3, delegation: 71, through: [])])
        #expect(world.index.accessible(to: 2, after: nil, limit: 9, at: Now(noon))?.map(\.mailbox.id) == [2])
        let own = try #require(world.index.accessible(to: 3, after: nil, limit: 9, at: Now(noon)))
        #expect(own.map(\.mailbox.id) == [3, 1] && own[1].rights == .send && own[1].delegations == [71])
        let asked = Question(account: .id(2), mailbox: .id(1), right: .open)
        #expect(
            world.index.explain(asked, at: Now(noon)).conditions.suffix(3).dropLast() == [
                Condition(name: .groupsCount, outcome: .failed, detail: .none),
                Condition(name: .groupGrant, outcome: .failed, detail: .delegation(70, .guarded, through: 50)),
            ])
        // Unless the organization guards no administrators, until it does again.
        world.index.apply([.policies(Policies(guardsAdministrators: false))], in: 1)
        #expect(world.decide(2, 1, .open) == Decision(.allowedGroupGrant, delegation: 70))
        #expect(world.index.mailbox(1)?.isGuarded == false && world.index.mailbox(1)?.isAdministrators == true)
        world.index.apply([.policies(Policies())], in: 1)
        #expect(world.reason(2, 1, .open) == .administratorGuarded && world.index.mailbox(1)?.isGuarded == true)
        // One that an administrator has registered is not theirs in this sense; and no administrator, no guard.
        world.register(80, owner: 1)
        world.grant(72, 80, .group(50), .open)
        #expect(world.reason(2, 80, .open) == .allowedGroupGrant)
        world.account(1)
        #expect(world.reason(2, 1, .open) == .allowedGroupGrant)
    }

    @Test("C6 D25 of all reasons that grants have, guarded is the first")
    func guardedFirst() {
        world.group(50, [.account(2)])
        world.grant(70, 30, .group(50), .open)
        for window in [Window.always, Window(expireTime: noon), Window(startTime: noon + minute)] {
            world.grant(60, 30, .account(2), .send, window)
            #expect(world.decide(2, 30, .open).reason == .administratorGuarded)
            #expect(world.decide(2, 30, .open).delegation == 70)
        }
        #expect(world.decide(2, 30, .send).expireTime == noon + minute)
    }

    @Test("D3 who was given the empty set is listed nowhere as one who can do something, and is denied for it")
    func empty() {
        world.group(50, [.account(2)])
        world.grant(70, 20, .account(1), [])
        world.grant(71, 20, .group(50), [])
        #expect(world.decide(1, 20, .open) == Decision(.rightMissing, delegation: 70))
        #expect(world.decide(2, 20, .send) == Decision(.rightMissing, delegation: 71))
        #expect(world.index.ways(to: 20, at: Now(noon)).isEmpty)
        #expect(world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon))?.map(\.mailbox.id) == [1])
        // Beside a grant that gives something it is not named either.
        world.grant(72, 20, .group(50), .open)
        world.grant(73, 20, .account(2), [])
        #expect(world.index.accessible(to: 2, after: nil, limit: 9, at: Now(noon))?.map(\.delegations) == [[], [72]])
    }
}
