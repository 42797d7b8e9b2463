import Testing

@testable import MailboxDomain

struct ConcurrencyTests {
    private let world = World()
    private let rounds = 20_000

    @Test("D17 no decision sees half a transaction of identity")
    func membershipsMoveAsOne() async {
        // Account 1 is always in exactly one of the groups; both are granted.
        world.group(50, [.account(1)])
        world.group(51)
        world.grant(70, 20, .group(50), .open)
        world.grant(71, 20, .group(51), .open)
        let index = world.index
        let rounds = rounds
        await withTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                for round in 0..<rounds {
                    let (from, to): (GroupID, GroupID) = round % 2 == 0 ? (50, 51) : (51, 50)
                    index.apply([.memberGone(.account(1), of: from), .member(.account(1), of: to)], in: 1)
                }
                return true
            }
            tasks.addTask {
                for _ in 0..<rounds {
                    guard index.decide(Question(account: .id(1), mailbox: .id(20), right: .open), at: Now(noon)).allowed else {
                        return false
                    }
                    guard let page = index.accessible(to: 1, after: 1, limit: 5, at: Now(noon)), page.count == 1,
                        page[0].delegations.count == 1
                    else { return false }
                }
                return true
            }
            for await whole in tasks { #expect(whole) }
        }
    }

    @Test("D17 no decision sees half a transaction of delegations")
    func grantsMoveAsOne() async {
        // Either `open` directly and `send` through the group, or the other way round: both rights, always.
        world.group(50, [.account(1)])
        let swap = { (first: Rights, second: Rights) -> [OwnChange] in
            [
                .put(Delegation(id: 70, mailbox: 20, grantee: .account(1), rights: first)),
                .put(Delegation(id: 71, mailbox: 20, grantee: .group(50), rights: second)),
            ]
        }
        let index = world.index
        let rounds = rounds
        index.apply(swap(.open, .send), in: 1)
        let there = swap(.open, .send)
        let back = swap(.send, .open)
        await withTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                for round in 0..<rounds { index.apply(round % 2 == 0 ? back : there, in: 1) }
                return true
            }
            tasks.addTask {
                for _ in 0..<rounds {
                    let open = index.decide(Question(account: .id(1), mailbox: .id(20), right: .open), at: Now(noon))
                    let send = index.decide(Question(account: .id(1), mailbox: .id(20), right: .send), at: Now(noon))
                    guard open.allowed, send.allowed else { return false }
                    guard let page = index.accessible(to: 1, after: 1, limit: 5, at: Now(noon)), page.count == 1,
                        page[0].rights == [.open, .send]
                    else { return false }
                }
                return true
            }
            for await whole in tasks { #expect(whole) }
        }
    }

    @Test("D17 what a transaction makes appears together")
    func newThingsAppearTogether() async {
        // The account, its group and the granted mailbox are new in one transaction; the delegations are there before.
        let index = world.index
        let rounds = UInt64(4000)
        let first: UInt64 = 1_000_000
        for number in 0..<rounds {
            let group = GroupID(bits: UInt128(first + number))
            let mailbox = MailboxID(bits: UInt128(first + 2 * number + 1))
            index.apply(
                [
                    .put(
                        Delegation(
                            id: DelegationID(bits: UInt128(number)), mailbox: mailbox, grantee: .group(group), rights: .open))
                ],
                in: 1)
        }
        await withTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                for number in 0..<rounds {
                    let account = AccountID(bits: UInt128(first + 2 * number))
                    let mailbox = AccountID(bits: UInt128(first + 2 * number + 1))
                    let group = GroupID(bits: UInt128(first + number))
                    index.apply(
                        [
                            .account(Account(id: account, type: .user, state: .active)),
                            .account(Account(id: mailbox, type: .functional, state: .active)),
                            .group(group), .member(.account(account), of: group),
                        ], in: 1)
                }
                return true
            }
            tasks.addTask {
                for number in 0..<rounds {
                    let account = AccountID(bits: UInt128(first + 2 * number))
                    let mailbox = MailboxID(bits: UInt128(first + 2 * number + 1))
                    // Before: no such account. After: allowed. Never anything between.
                    while true {
                        let reason = index.decide(
                            Question(account: .id(account), mailbox: .id(mailbox), right: .open), at: Now(noon)
                        ).reason
                        if reason == .allowedGroupGrant { break }
                        guard reason == .noSuchAccount else { return false }
                    }
                }
                return true
            }
            for await whole in tasks { #expect(whole) }
        }
    }
}
