import Testing

@testable import MailboxDomain

/// Delegations that are there and do not count: frozen ones, and those of another set than the organization gives.
struct PolicyTests {
    let world = World()

    private func give(
        _ id: DelegationID, _ grantee: Grantee, _ rights: Rights, _ window: Window = .always, folders: [FolderGrant] = [],
        frozen: Bool = false
    ) {
        let given = Delegation(
            id: id, mailbox: 20, grantee: grantee, rights: rights, window: window, folders: folders, frozen: frozen)
        world.index.apply([.put(given)], in: 1)
    }

    @Test("D2 a frozen delegation gives nothing and is not lost; others still count; unfrozen it counts as before")
    func frozen() {
        world.group(50, [.account(1), .account(2)])
        give(70, .account(1), .all, frozen: true)
        #expect(world.decide(1, 20, .open) == Decision(.grantFrozen, delegation: 70))
        #expect(world.listed(20, to: 1) == nil && world.index.ways(to: 20, at: Now(noon)).isEmpty)
        #expect(!world.index.uses(1, 20, at: Now(noon)))
        give(71, .group(50), .open)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 71))
        #expect(world.decide(1, 20, .send) == Decision(.grantFrozen, delegation: 70))
        #expect(world.listed(20, to: 1)?.delegations == [71])
        give(70, .account(1), .all)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGrant, delegation: 70))
        give(71, .group(50), .open, frozen: true)
        #expect(world.decide(2, 20, .open) == Decision(.grantFrozen, delegation: 71))
        #expect(world.decide(1, 20, .open) == Decision(.allowedGrant, delegation: 70))
    }

    @Test("D2 D19 D25 frozen is a delegation's reason whatever the hour, behind administrator_guarded alone")
    func frozenOrder() {
        world.group(50, [.account(1)])
        for window in [Window.always, Window(expireTime: noon), Window(startTime: noon + minute)] {
            give(70, .account(1), [], window, frozen: true)
            give(71, .group(50), .send, Window(expireTime: noon - minute))
            #expect(world.decide(1, 20, .open) == Decision(.grantFrozen, delegation: 70))
        }
        let guarded = Delegation(id: 72, mailbox: 30, grantee: .group(50), rights: .open, frozen: true)
        world.index.apply([.put(guarded)], in: 1)
        world.index.apply([.put(Delegation(id: 73, mailbox: 30, grantee: .account(1), rights: .open, frozen: true))], in: 1)
        #expect(world.decide(1, 30, .open) == Decision(.administratorGuarded, delegation: 72))
    }

    @Test("D3 all_or_nothing: open and send of the whole mailbox count together, any other set for nothing")
    func allOrNothing() throws {
        let inbox = [FolderGrant(path: try FolderPath("/Inbox"))]
        world.group(50, [.account(2)])
        world.decide { $0.allOrNothing = true }
        for set in (0...7).map({ Rights(rawValue: UInt8($0)) }) {
            give(70, .account(1), set)
            give(71, .group(50), set)
            for account in [1, 2] as [AccountID] {
                var given: Rights = []
                for right in Rights.each {
                    let decision = world.decide(account, 20, right)
                    #expect(decision.allowed || decision.reason == .rightMissing)
                    #expect(decision.delegation == (account == 1 ? 70 : 71))
                    if decision.allowed { given.formUnion(right) }
                }
                #expect(given == (set.isSuperset(of: [.open, .send]) ? [.open, .send] : []))
                #expect(world.listed(20, to: account)?.rights ?? [] == given)
                #expect(world.index.ways(to: 20, at: Now(noon)).contains { $0.account == account } == !given.isEmpty)
            }
        }
        give(70, .account(1), [.open, .send], folders: inbox)
        #expect(world.decide(1, 20, .send) == Decision(.rightMissing, delegation: 70))
        #expect(world.listed(20, to: 1) == nil)
        let explained = world.index.explain(Question(account: .id(1), mailbox: .id(20), right: .send), at: Now(noon))
        #expect(
            explained.conditions.first { $0.name == .directGrant }?.detail == .delegation(70, .notAll, through: nil))
        give(70, .account(1), .open, Window(expireTime: noon))
        #expect(world.reason(1, 20, .open) == .grantExpired)
        // One that begins and will count for nothing then does not end an answer.
        give(70, .account(2), .open, Window(startTime: noon + minute))
        give(71, .group(50), [.open, .send])
        #expect(world.unnamed(2, 20, .send) == Decision(.allowedGroupGrant, delegation: 71))
        world.decide { _ in }
        give(70, .account(1), .open)
        #expect(world.reason(1, 20, .open) == .allowedGrant)
    }
}
