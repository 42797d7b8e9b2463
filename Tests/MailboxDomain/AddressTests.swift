import Testing

@testable import MailboxDomain

struct AddressTests {
    let world = World()

    private func reason(_ account: String, _ mailbox: String) -> Reason {
        let question = Question(account: .address(AddressKey(account)), mailbox: .address(AddressKey(mailbox)), right: .open)
        let decision = world.index.decide(question, at: Now(noon))
        #expect(world.index.explain(question, at: Now(noon)).decision == decision)
        return decision.reason
    }

    private func named(_ number: UInt64, _ addresses: String..., state: AccountState = .active) -> IdentityChange {
        .account(
            Account(
                id: AccountID(bits: UInt128(number)), type: .user, state: state, keys: addresses.compactMap { AddressKey($0) }))
    }

    @Test(
        "B5 an address has one key, whatever form it is written in",
        arguments: [
            ("anna@a.example", "anna@a.example"), ("Anna@A.Example", "anna@a.example"),
            ("anna@\u{FC}ber.example", "anna@xn--ber-goa.example"), ("ANNA@\u{DC}BER.example", "anna@xn--ber-goa.example"),
            ("anna@XN--BER-GOA.example", "anna@xn--ber-goa.example"), ("anna@a\u{3002}example", "anna@a.example"),
            ("", nil), ("\u{212A}im@a.example", nil), ("anna@\u{FC}_b.example", nil), ("anna@b@\u{FC}.example", nil),
            ("\u{FC}", nil), ("@", "@"), (String(repeating: "a", count: 254), String(repeating: "a", count: 254)),
            (String(repeating: "a", count: 255), nil), (String(repeating: "\u{FC}", count: 128), nil),
        ] as [(String, String?)])
    func keys(_ text: String, _ key: String?) {
        #expect(AddressKey(text)?.text == key)
    }

    @Test("B5 D28 an account and a mailbox are found by any of their addresses; what nobody has finds nothing")
    func finding() {
        world.index.apply([named(1, "anna@a.example", "a.smith@b.example")], in: 1)
        world.register(80, owner: 1)
        world.grant(70, 2, .account(1), .open)
        let table: [(String, String, Reason)] = [
            ("anna@a.example", "2@A.example", .allowedGrant), ("A.Smith@b.example", "2@a.example", .allowedGrant),
            ("anna@a.example", "a.smith@b.example", .allowedOwner), ("1@a.example", "2@a.example", .noSuchAccount),
            ("anna@a.example", "1@a.example", .noSuchMailbox), ("anna@a.example", "80@boxes.example", .allowedOwner),
            ("2@a.example", "80@boxes.example", .noGrant), ("80@boxes.example", "2@a.example", .noSuchAccount),
            ("anna@a.example", "101@a.example", .noSuchMailbox), ("101@a.example", "101@a.example", .allowedOwner),
            ("", "2@a.example", .noSuchAccount), ("anna@a.example", "\u{FC}", .noSuchMailbox),
        ]
        for (account, mailbox, expected) in table { #expect(reason(account, mailbox) == expected, "\(account) \(mailbox)") }
        let half = Question(account: .id(1), mailbox: .address(AddressKey("2@a.example")), right: .open)
        #expect(world.index.decide(half, at: Now(noon)).reason == .allowedGrant)
        let other = Question(account: .address(AddressKey("anna@a.example")), mailbox: .id(2), right: .open)
        #expect(world.index.decide(other, at: Now(noon)).reason == .allowedGrant)
    }

    @Test("B3 B5 an address goes with its account, moves with its transaction, and answers as the account's state says")
    func moving() {
        world.index.apply([named(1, "x@a.example"), named(2, "y@a.example")], in: 1)
        world.index.apply([named(1, "y@a.example"), named(2, "x@a.example")], in: 1)
        world.grant(70, 20, .account(1), .open)
        #expect(reason("y@a.example", "20@a.example") == .allowedGrant)
        #expect(reason("x@a.example", "20@a.example") == .noGrant)
        world.index.apply([named(2)], in: 1)
        #expect(reason("x@a.example", "20@a.example") == .noSuchAccount)
        world.index.apply([named(1, "y@a.example", state: .deleted)], in: 1)
        #expect(reason("y@a.example", "20@a.example") == .accountDeleted)
        world.index.apply([.accountGone(1)], in: 1)
        #expect(reason("y@a.example", "20@a.example") == .noSuchAccount)
        // Somebody of another organization takes it; that the first is told of once more changes nothing for them.
        world.index.apply([named(101, "y@a.example")], in: 2)
        world.index.apply([named(1)], in: 1)
        #expect(reason("y@a.example", "y@a.example") == .allowedOwner)
        #expect(reason("3@a.example", "y@a.example") == .noSuchMailbox)
        world.index.replaceIdentity(with: [1: [named(3, "3@a.example")]])
        #expect(reason("y@a.example", "y@a.example") == .noSuchAccount)
        #expect(reason("3@a.example", "3@a.example") == .allowedOwner)
    }

    @Test("B5 a registered mailbox's address is its own, and an account's comes before it")
    func registered() {
        world.register(80, owner: 1)
        #expect(reason("1@a.example", "80@boxes.example") == .allowedOwner)
        world.index.apply([named(2, "80@boxes.example")], in: 1)
        #expect(reason("1@a.example", "80@boxes.example") == .noGrant)
        world.index.apply([named(2)], in: 1)
        #expect(reason("1@a.example", "80@boxes.example") == .allowedOwner)
        // Elsewhere it is as if there were none.
        world.index.apply([named(101, "80@boxes.example")], in: 2)
        #expect(reason("1@a.example", "80@boxes.example") == .allowedOwner)
        world.index.apply([.unregistered(80)], in: 1)
        #expect(reason("1@a.example", "80@boxes.example") == .noSuchMailbox)
    }
}
