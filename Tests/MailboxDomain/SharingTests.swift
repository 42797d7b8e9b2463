import Testing

@testable import MailboxDomain

/// What concerns a mailbox as a whole: its sharing, its owner's plan, a group that its owner and the account share.
struct SharingTests {
    let world = World()

    /// Everything that says whether an account can do something in a mailbox says the same.
    private func expect(
        _ reason: Reason, _ account: AccountID, _ mailbox: MailboxID, at now: Int64 = noon,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(world.reason(account, mailbox, .open, at: now) == reason, sourceLocation: location)
        #expect((world.listed(mailbox, to: account, at: now) != nil) == reason.allows, sourceLocation: location)
        #expect(world.index.uses(account, mailbox, at: Now(now)) == reason.allows, sourceLocation: location)
        let ways = world.index.ways(to: mailbox, at: Now(now)).filter { $0.account == account }
        if reason != .allowedOwner { #expect(ways.isEmpty != reason.allows, sourceLocation: location) }
    }

    @Test("D7 while sharing is off nobody but the owner has any right; grants are kept and count again")
    func sharing() {
        world.register(80, owner: 1)
        world.group(50, [.account(2), .account(3)])
        for mailbox in [1, 20, 80] as [MailboxID] {
            world.grant(DelegationID(bits: mailbox.bits + 500), mailbox, .account(2), .all)
            world.grant(DelegationID(bits: mailbox.bits + 600), mailbox, .group(50), .open)
            world.index.apply([.settings(mailbox, MailboxSettings(sharing: false))], in: 1)
            #expect(world.decide(2, mailbox, .open) == Decision(.sharingOff))
            for account in [2, 3] as [AccountID] { expect(.sharingOff, account, mailbox) }
            expect(mailbox == 20 ? .functionalAccount : .allowedOwner, mailbox == 20 ? 20 : 1, mailbox)
            #expect(world.index.settings(of: mailbox) == MailboxSettings(sharing: false))
            world.index.apply([.settings(mailbox, .none)], in: 1)
            expect(.allowedGrant, 2, mailbox)
            expect(.allowedGroupGrant, 3, mailbox)
        }
    }

    @Test("D7 a mailbox is shared as it began, until that is set, whatever identity tells meanwhile")
    func beginnings() {
        func told(_ unshared: Bool) -> IdentityChange {
            .account(Account(id: 1, type: .user, state: .active, unshared: unshared))
        }
        let other = IdentityChange.account(Account(id: 2, type: .user, state: .active))
        world.grant(70, 1, .account(2), .open)
        world.index.apply([told(true)], in: 1)
        expect(.sharingOff, 2, 1)
        world.index.apply([.settings(1, MailboxSettings(sharing: true))], in: 1)
        expect(.allowedGrant, 2, 1)
        world.index.apply([told(false), .accountGone(1), told(true)], in: 1)
        world.index.replaceIdentity(with: [1: [told(true), other]])
        expect(.allowedGrant, 2, 1)
        world.index.apply([.settings(1, MailboxSettings(sender: .show))], in: 1)
        expect(.sharingOff, 2, 1)
        world.index.replaceIdentity(with: [1: [told(false), other]])
        expect(.allowedGrant, 2, 1)

        let box = RegisteredMailbox(id: 80, owner: 1, address: "80@boxes.example", displayName: "Box", unshared: true)
        world.grant(71, 80, .account(2), .open)
        world.index.apply([.registered(box)], in: 1)
        expect(.sharingOff, 2, 80)
        world.index.replaceIdentity(with: [1: [told(false), other]])
        expect(.sharingOff, 2, 80)
        world.index.apply([.settings(80, MailboxSettings(sharing: true))], in: 1)
        expect(.allowedGrant, 2, 80)
        world.index.replaceIdentity(with: [1: [told(false), other]])
        expect(.allowedGrant, 2, 80)
        world.index.apply([.settings(80, .none)], in: 1)
        expect(.sharingOff, 2, 80)
    }

    private func licence(_ account: AccountID, _ plan: String) {
        let subscription = SubscriptionID(bits: account.bits + 900)
        world.index.apply([.plan(.subscription(subscription, plan: plan)), .plan(.licence(account, of: subscription))], in: 1)
    }

    @Test("D12 grants count while the mailbox's owner has one of the plans, whatever the grantee's")
    func ownerPlan() {
        world.register(80, owner: 1)
        for mailbox in [1, 20, 80] as [MailboxID] {
            world.grant(DelegationID(bits: mailbox.bits + 500), mailbox, .account(2), .open)
        }
        licence(2, "ultra")
        world.decide { $0.ownerPlans = ["pro", "ultra"] }
        for mailbox in [1, 80] as [MailboxID] { expect(.ownerPlan, 2, mailbox) }
        expect(.allowedOwner, 1, 1)
        // It has no owner of whom a plan could be asked.
        expect(.allowedGrant, 2, 20)
        licence(1, "ultra")
        for mailbox in [1, 80] as [MailboxID] { expect(.allowedGrant, 2, mailbox) }
        world.index.apply([.plan(.licence(2, of: nil))], in: 1)
        expect(.allowedGrant, 2, 1)
        licence(1, "basic")
        expect(.ownerPlan, 2, 1)
        world.decide { $0.ownerPlans = ["basic"] }
        expect(.allowedGrant, 2, 1)
        world.index.apply([.plan(.subscription(SubscriptionID(bits: 901), plan: nil))], in: 1)
        expect(.ownerPlan, 2, 80)
        world.decide { _ in }
        expect(.allowedGrant, 2, 80)
    }

    @Test("D12 a snapshot's plans and policies hold, in whatever order it tells of them")
    func ownerPlanOfSnapshot() {
        world.grant(70, 1, .account(2), .open)
        var policies = Policies()
        policies.ownerPlans = ["pro"]
        var changes = [1, 2].map { IdentityChange.account(Account(id: $0, type: .user, state: .active)) }
        changes += [
            .policies(policies), .plan(.subscription(SubscriptionID(bits: 900), plan: "pro")),
            .plan(.licence(1, of: SubscriptionID(bits: 900))),
        ]
        for _ in 0..<20 {
            world.index.replaceIdentity(with: [1: changes.shuffled()])
            expect(.allowedGrant, 2, 1)
            world.index.replaceIdentity(with: [1: changes.filter { if case .plan = $0 { false } else { true } }.shuffled()])
            expect(.ownerPlan, 2, 1)
        }
    }

    @Test("D11 grants count while the account and the mailbox's owner share a group, also through groups in groups")
    func commonGroup() {
        world.register(80, owner: 1)
        for mailbox in [1, 20, 80] as [MailboxID] {
            world.grant(DelegationID(bits: mailbox.bits + 500), mailbox, .account(2), .open)
        }
        world.decide { $0.commonGroup = true }
        for mailbox in [1, 80] as [MailboxID] { expect(.noCommonGroup, 2, mailbox) }
        expect(.allowedOwner, 1, 1)
        // It has no owner with whom a group could be shared.
        expect(.allowedGrant, 2, 20)
        world.group(52, [.account(2)])
        world.group(51, [.account(1)])
        expect(.noCommonGroup, 2, 1)
        world.group(53, [.group(51), .group(52)])
        for mailbox in [1, 80] as [MailboxID] { expect(.allowedGrant, 2, mailbox) }
        let explained = world.index.explain(Question(account: .id(2), mailbox: .id(1), right: .open), at: Now(noon))
        #expect(explained.conditions.first { $0.name == .commonGroup }?.detail == .group(53))
        world.index.apply([.member(.account(2), of: 51)], in: 1)
        world.index.apply([.groupDeleted(53)], in: 1)
        expect(.allowedGrant, 2, 1)
        world.index.apply([.memberGone(.account(1), of: 51)], in: 1)
        expect(.noCommonGroup, 2, 1)
        // The group that a grant is of is shared by whoever has it through that.
        world.grant(70, 1, .group(52), .open)
        expect(.noCommonGroup, 2, 1)
        world.index.apply([.member(.account(1), of: 52)], in: 1)
        expect(.allowedGrant, 2, 1)
    }

    @Test("D11 D19 the last common group that ends, ends access: the answer says when, and every list agrees")
    func commonGroupForATime() {
        world.grant(70, 1, .account(2), .open)
        world.grant(71, 1, .account(3), .send)
        world.decide { $0.commonGroup = true }
        world.group(50, [.account(1)])
        world.group(51, [.account(2), .account(3)])
        world.group(52, [.account(3)])
        world.index.apply(
            [
                .member(.account(2), of: 50, until: noon + 2 * minute), .member(.account(3), of: 50, until: noon + minute),
                .member(.account(1), of: 51, until: noon + 3 * minute),
            ], in: 1)
        #expect(world.decide(2, 1, .open) == Decision(.allowedGrant, delegation: 70, expireTime: noon + 3 * minute))
        // A denial for the grant's sake ends with it too: then it is for another reason.
        #expect(world.decide(3, 1, .open) == Decision(.rightMissing, delegation: 71, expireTime: noon + 3 * minute))
        #expect(world.decide(4, 1, .open) == Decision(.noCommonGroup))
        expect(.allowedGrant, 2, 1, at: noon + 3 * minute - 1)
        expect(.noCommonGroup, 2, 1, at: noon + 3 * minute)
        #expect(world.decide(2, 1, .open, at: noon + 3 * minute) == Decision(.noCommonGroup))
        world.grant(70, 1, .account(2), .open, Window(expireTime: noon + minute))
        #expect(world.decide(2, 1, .open).expireTime == noon + minute)
        // For ever in one of them is for ever.
        world.grant(70, 1, .account(2), .open)
        world.index.apply([.member(.account(1), of: 51)], in: 1)
        #expect(world.decide(2, 1, .open) == Decision(.allowedGrant, delegation: 70))
        // While two clocks disagree, what has ended by either has ended.
        world.index.apply([.memberGone(.account(1), of: 51)], in: 1)
        let torn = Now((earliest: noon, latest: noon + 2 * minute))
        #expect(world.decide(2, 1, .open, at: torn).reason == .noCommonGroup)
    }

    @Test("D7 D11 D12 D25 first the mailbox, then sharing, the plan, the group, and only then the grants")
    func order() {
        world.grant(70, 1, .account(2), [])
        world.decide {
            $0.commonGroup = true
            $0.ownerPlans = ["pro"]
        }
        world.index.apply([.settings(1, MailboxSettings(sharing: false))], in: 1)
        world.account(1, .user, .suspended)
        func conditions() -> [Condition.Outcome] {
            world.index.explain(Question(account: .id(2), mailbox: .id(1), right: .open), at: Now(noon)).conditions
                .dropFirst(5).prefix(6).map(\.outcome)
        }
        #expect(world.reason(2, 1, .open) == .mailboxSuspended)
        #expect(conditions() == [.failed, .skipped, .skipped, .skipped, .skipped, .skipped])
        world.account(1)
        #expect(world.reason(2, 1, .open) == .sharingOff)
        #expect(conditions() == [.passed, .passed, .failed, .skipped, .skipped, .skipped])
        world.index.apply([.settings(1, .none)], in: 1)
        #expect(world.reason(2, 1, .open) == .ownerPlan)
        #expect(conditions() == [.passed, .passed, .passed, .failed, .skipped, .skipped])
        licence(1, "pro")
        #expect(world.reason(2, 1, .open) == .noCommonGroup)
        #expect(conditions() == [.passed, .passed, .passed, .passed, .failed, .skipped])
        world.group(50, [.account(1), .account(2)])
        #expect(world.decide(2, 1, .open) == Decision(.rightMissing, delegation: 70))
        #expect(conditions() == [.passed, .passed, .passed, .passed, .passed, .failed])
    }
}
