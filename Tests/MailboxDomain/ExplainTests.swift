import Testing

@testable import MailboxDomain

struct ExplainTests {
    let world = World()

    private func outcomes(_ account: AccountID, _ mailbox: MailboxID) -> String {
        world.index.explain(Question(account: .id(account), mailbox: .id(mailbox), right: .open), at: Now(noon)).conditions
            .map {
                switch $0.outcome {
                case .passed: "+"
                case .failed: "-"
                case .skipped: "."
                }
            }.joined()
    }

    @Test("D25 every condition is listed in its order, those not reached as skipped")
    func order() {
        world.account(41, .user, .suspended)
        world.grant(70, 2, .account(1), .open)
        let table: [(AccountID, MailboxID, String)] = [
            (999, 1, "-............."), (1, 999, "+-............"), (41, 1, "++-..........."),
            (20, 1, "+++-.........."), (1, 1, "+++++........."), (1, 41, "++++--........"),
            (1, 2, "++++-++++++..."), (1, 3, "++++-+++++-+-."), (1, 30, "++++-+++++---."),
        ]
        for (account, mailbox, expected) in table {
            #expect(outcomes(account, mailbox) == expected, "\(account) \(mailbox)")
        }
        let names = world.index.explain(Question(account: .id(1), mailbox: .id(2), right: .open), at: Now(noon)).conditions.map(
            \.name)
        #expect(names == ConditionName.allCases)
    }

    @Test("D25 a grant says how it stands and through which group")
    func details() {
        world.group(51, [.account(1)])
        world.group(50, [.group(51)])
        world.grant(72, 20, .group(50), .open)
        world.grant(71, 20, .group(51), .send)
        world.grant(70, 20, .account(1), .open, Window(expireTime: noon))
        let (decision, conditions) = world.index.explain(Question(account: .id(1), mailbox: .id(20), right: .open), at: Now(noon))
        #expect(decision == Decision(.allowedGroupGrant, delegation: 72))
        #expect(
            conditions.suffix(5).dropLast() == [
                Condition(name: .directGrant, outcome: .failed, detail: .delegation(70, .expired, through: nil)),
                Condition(name: .groupsCount, outcome: .passed, detail: .none),
                Condition(name: .groupGrant, outcome: .failed, detail: .delegation(71, .rightMissing, through: 51)),
                Condition(name: .groupGrant, outcome: .passed, detail: .delegation(72, .counts, through: 50)),
            ])
    }

    @Test("D28 a mailbox elsewhere is explained like one that does not exist")
    func elsewhere() {
        let elsewhere = world.index.explain(Question(account: .id(1), mailbox: .id(101), right: .open), at: Now(noon))
        let nowhere = world.index.explain(Question(account: .id(1), mailbox: .id(999), right: .open), at: Now(noon))
        #expect(elsewhere == nowhere)
    }
}
