import Testing

@testable import MailboxDomain

/// Whom recipients see.
struct SenderTests {
    let world = World()

    private func give(
        _ id: DelegationID, _ grantee: Grantee, _ sender: SenderDisplay?, _ rights: Rights = .send,
        _ window: Window = .always, of mailbox: MailboxID = 20
    ) {
        let given = Delegation(id: id, mailbox: mailbox, grantee: grantee, rights: rights, window: window, sender: sender)
        world.index.apply([.put(given)], in: 1)
    }

    /// As a decision, an explanation and a list say it.
    private func said(
        _ account: AccountID, _ mailbox: MailboxID = 20, at now: Int64 = noon
    ) -> (SenderDisplay?, String, SenderSource?) {
        let question = Question(account: .id(account), mailbox: .id(mailbox), right: .send)
        let (decision, conditions) = world.index.explain(question, at: Now(now))
        #expect(world.index.decide(question, at: Now(now)) == decision)
        let listed = world.listed(mailbox, to: account, at: now)
        #expect(listed?.sender == decision.sender && listed?.senderName ?? "" == decision.senderName)
        guard case .sender(let display, let source)? = conditions.last?.detail else {
            #expect(decision.sender == nil)
            return (decision.sender, decision.senderName, nil)
        }
        #expect(display == decision.sender && conditions.last?.outcome == .passed)
        return (decision.sender, decision.senderName, source)
    }

    @Test("D14 the grant's, else the mailbox's, else its account's, else the organization's; the name follows")
    func inheritance() {
        func account(_ sender: SenderDisplay?) -> IdentityChange {
            .account(Account(id: 20, type: .functional, state: .active, displayName: "Number 20", sender: sender))
        }
        give(70, .account(1), nil)
        #expect(said(1) == (nil, "Number 20", nil))
        world.decide { $0.displayedSender = .show }
        #expect(said(1) == (.show, "Number 1", .organization))
        world.index.apply([account(.hide)], in: 1)
        #expect(said(1) == (.hide, "Number 20", .mailbox))
        world.index.apply([.settings(20, MailboxSettings(sharing: true))], in: 1)
        #expect(said(1) == (.hide, "Number 20", .mailbox))
        world.index.apply([.settings(20, MailboxSettings(sender: .show))], in: 1)
        #expect(said(1) == (.show, "Number 1", .mailbox))
        give(70, .account(1), .hide)
        #expect(said(1) == (.hide, "Number 20", .grant))
        // Another default changes what inherits only.
        give(71, .account(2), nil)
        world.index.apply([.settings(20, .none)], in: 1)
        world.index.apply([account(nil)], in: 1)
        #expect(said(1).0 == .hide && said(2) == (.show, "Number 2", .organization))
    }

    @Test("D14 a registered mailbox inherits by its settings and the organization, and has its own name")
    func registered() {
        world.register(80, owner: 3)
        give(70, .account(1), nil, of: 80)
        #expect(said(1, 80) == (nil, "Box 80", nil))
        world.decide { $0.displayedSender = .show }
        world.index.apply([.settings(80, MailboxSettings(sender: .hide))], in: 1)
        #expect(said(1, 80) == (.hide, "Box 80", .mailbox))
        world.index.replaceIdentity(
            with: [1: [1, 3].map { .account(Account(id: $0, type: .user, state: .active, displayName: "N")) }])
        #expect(said(1, 80) == (.hide, "Box 80", .mailbox))
        // Its owner sends as the mailbox.
        #expect(said(3, 80) == (nil, "Box 80", nil) && said(3, 3) == (nil, "N", nil))
    }

    @Test("D14 the direct grant that gives send decides; else show wins over hide among those of groups that count")
    func several() {
        world.group(50, [.account(1)])
        world.group(51, [.account(1)])
        world.group(52, [.account(1)])
        give(71, .group(50), .hide)
        give(72, .group(51), .show)
        give(73, .group(52), nil)
        #expect(said(1) == (.show, "Number 1", .grant))
        give(70, .account(1), .hide)
        #expect(said(1) == (.hide, "Number 20", .grant))
        // One that does not give send says nothing.
        give(70, .account(1), .hide, .open)
        #expect(said(1).0 == .show)
        give(72, .group(51), .show, .open)
        #expect(said(1) == (.hide, "Number 20", .grant))
        world.decide { $0.displayedSender = .show }
        #expect(said(1) == (.show, "Number 1", .organization))
        give(72, .group(51), .show, .send, Window(startTime: noon + minute))
        give(73, .group(52), .hide)
        #expect(said(1) == (.hide, "Number 20", .grant))
        #expect(said(1, at: noon + minute) == (.show, "Number 1", .grant))
        var frozen = Delegation(id: 72, mailbox: 20, grantee: .group(51), rights: .send, sender: .show)
        frozen.frozen = true
        world.index.apply([.put(frozen)], in: 1)
        #expect(said(1).0 == .hide)
    }

    @Test("D14 D19 an answer holds no longer than what it says of the sender")
    func until() {
        world.group(50, [.account(1)])
        world.group(51, [])
        world.index.apply([.member(.account(1), of: 51, until: noon + minute)], in: 1)
        give(71, .group(50), .hide)
        give(72, .group(51), .show)
        let decision = world.decide(1, 20, .send)
        #expect(decision.delegation == 71 && decision.sender == .show && decision.expireTime == noon + minute)
        #expect(world.decide(1, 20, .send, at: noon + minute).sender == .hide)
        #expect(world.decide(1, 20, .send, at: noon + minute).expireTime == nil)
        give(72, .group(51), .show, .send, Window(expireTime: noon + 5))
        #expect(world.decide(1, 20, .send).expireTime == noon + 5)
        // What does not change with it does not end the answer.
        give(72, .group(51), .hide, .send, Window(expireTime: noon + 5))
        #expect(world.decide(1, 20, .send).expireTime == nil)
    }

    @Test("D14 nothing is said to whom may not send, of what is not sending, and where the organization names nobody")
    func unsaid() {
        give(70, .account(1), .show, [.open, .send])
        #expect(world.decide(1, 20, .open).sender == nil && world.decide(1, 20, .open).senderName == "")
        #expect(world.decide(2, 20, .send) == Decision(.noGrant))
        world.decide {
            $0.noDisplayedSender = true
            $0.displayedSender = .show
        }
        #expect(said(1) == (nil, "Number 20", nil))
        give(70, .account(1), .show, .open)
        #expect(world.decide(1, 20, .send) == Decision(.rightMissing, delegation: 70))
        #expect(world.listed(20, to: 1)?.senderName == "")
    }
}
