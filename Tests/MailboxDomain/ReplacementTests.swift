import Synchronization
import Testing

@testable import MailboxDomain

/// A snapshot of identity's in place of what was, while questions are answered.
struct ReplacementTests {
    private let world = World()

    private func named(_ number: UInt64, _ addresses: String..., type: AccountType = .user) -> IdentityChange {
        .account(
            Account(
                id: AccountID(bits: UInt128(number)), type: type, state: .active,
                keys: addresses.compactMap { AddressKey($0) }))
    }

    private func question(_ account: String, _ mailbox: String) -> Question {
        Question(account: .address(AddressKey(account)), mailbox: .address(AddressKey(mailbox)), right: .open)
    }

    @Test("a snapshot is taken in in short holds; what own changes give meanwhile and before stays")
    func holds() {
        let looks = Looks()
        let index = AccessIndex(clock: looks.clock)
        let many = 10_000
        let people = (0..<many).map { named(1000 + UInt64($0), "\($0)@a.example") }
        index.apply([.put(Delegation(id: 70, mailbox: 1001, grantee: .account(1000), rights: .open))], in: 1)
        let before = looks.count.load(ordering: .relaxed) / 2
        index.replaceIdentity(with: [1: people + [.group(50), .member(.account(1002), of: 50)]])
        // Room for all, a thousand handles at a time, and the change of places.
        #expect(looks.count.load(ordering: .relaxed) / 2 - before == 1 + (many + 2 + 1023) / 1024 + 1)
        index.apply([.put(Delegation(id: 71, mailbox: 1001, grantee: .group(50), rights: .open))], in: 1)
        #expect(index.decide(question("0@a.example", "1@a.example"), at: Now(noon)).delegation == 70)
        #expect(index.decide(question("2@a.example", "1@a.example"), at: Now(noon)).delegation == 71)
        #expect(index.decide(question("3@a.example", "1@a.example"), at: Now(noon)).reason == .noGrant)
    }

    @Test("B5 whose address changes its account by a snapshot, in an organization or from one to another, is found by it")
    func moving() {
        world.index.apply([named(1, "x@a.example"), named(2, "y@a.example"), named(3, "z@a.example")], in: 1)
        world.index.replaceIdentity(with: [
            1: [named(1, "y@a.example"), named(2, "x@a.example", "new@a.example")], 2: [named(101, "z@a.example")],
        ])
        for (address, account) in [("y", 1), ("x", 2), ("new", 2), ("z", 101)] as [(String, AccountID)] {
            let reason = world.index.decide(
                Question(account: .address(AddressKey("\(address)@a.example")), mailbox: .id(account.mailbox), right: .open),
                at: Now(noon)
            ).reason
            #expect(reason == .allowedOwner, "\(address)")
        }
        world.index.replaceIdentity(with: [1: [named(1, "x@a.example")]])
        for address in ["y", "new", "z"] {
            let reason = world.index.decide(question("\(address)@a.example", "x@a.example"), at: Now(noon)).reason
            #expect(reason == .noSuchAccount, "\(address)")
        }
        #expect(world.index.decide(question("x@a.example", "x@a.example"), at: Now(noon)).reason == .allowedOwner)
    }

    @Test("D17 no decision sees a part of a snapshot: by ids, and by addresses that come, go and change their accounts")
    func whole() async {
        let index = world.index
        // 1 and 2 change their addresses; 3 has one in every second snapshot; the group that lets 1 in changes with them.
        let snapshots: [[IdentityChange]] = [
            [named(1, "x@a.example"), named(2, "y@a.example"), named(3, "z@a.example"), named(20, type: .functional)]
                + [.group(50), .group(51), .member(.account(1), of: 50), .member(.account(2), of: 51)],
            [named(1, "y@a.example"), named(2, "x@a.example"), named(3), named(20, type: .functional)]
                + [.group(50), .group(51), .member(.account(1), of: 51), .member(.account(2), of: 50)],
        ]
        world.group(50)
        world.group(51)
        world.grant(70, 20, .group(50), .open)
        world.grant(71, 20, .group(51), .open)
        index.replaceIdentity(with: [1: snapshots[0]])
        let rounds = Rounds()
        await withTaskGroup(of: String?.self) { tasks in
            tasks.addTask {
                for round in 1...300 { index.replaceIdentity(with: [1: snapshots[round % 2]]) }
                rounds.areOver.store(true, ordering: .releasing)
                return nil
            }
            tasks.addTask {
                // Each names an account that nobody knows: it gets a handle beside the snapshot.
                for number in UInt64(1000)..<2000 where !rounds.areOver.load(ordering: .acquiring) {
                    let grantee = Grantee.account(AccountID(bits: UInt128(number)))
                    let delegation = Delegation(
                        id: DelegationID(bits: UInt128(number)), mailbox: 20, grantee: grantee, rights: .open)
                    index.apply([.put(delegation)], in: 1)
                    index.apply([.removed(mailbox: 20, grantee: grantee)], in: 1)
                    await Task.yield()
                }
                return nil
            }
            tasks.addTask {
                repeat {
                    for account in ["x@a.example", "y@a.example"] {
                        let asked = Question(account: .address(AddressKey(account)), mailbox: .id(20), right: .open)
                        let decision = index.decide(asked, at: Now(noon))
                        // Whoever has x is in group 50, whoever has y in 51.
                        guard decision.delegation == (account.first == "x" ? 70 : 71) else { return "\(account): \(decision)" }
                        let own = index.decide(question(account, account), at: Now(noon))
                        guard own.reason == .allowedOwner else { return "\(account): \(own)" }
                    }
                    let third = index.decide(question("z@a.example", "z@a.example"), at: Now(noon)).reason
                    guard third == .allowedOwner || third == .noSuchAccount else { return "z: \(third)" }
                    let byID = index.decide(Question(account: .id(1), mailbox: .id(20), right: .open), at: Now(noon))
                    guard byID.reason == .allowedGroupGrant else { return "1: \(byID)" }
                    await Task.yield()
                } while !rounds.areOver.load(ordering: .acquiring)
                return nil
            }
            for await problem in tasks { #expect(problem == nil) }
        }
        #expect(index.delegationMemory.count == 2)
    }
}

/// A clock that counts who looks at it: twice a hold.
private final class Looks: Sendable {
    let count = Atomic(0)

    var clock: @Sendable () -> Duration {
        { .nanoseconds(self.count.add(1, ordering: .relaxed).newValue) }
    }
}
