import Testing

@testable import MailboxDomain

/// SplitMix64: the same seed, the same steps.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct ModelTests {
    private static let people: [AccountID] = (1...12).map { AccountID(bits: UInt128($0)) }
    private static let groups: [GroupID] = (1...6).map { GroupID(bits: UInt128($0)) }

    private func pick<T>(_ all: [T], _ random: inout Seeded) -> T {
        all[Int.random(in: all.indices, using: &random)]
    }

    private func account(_ random: inout Seeded) -> Account {
        let states: [AccountState] = [.active, .active, .active, .active, .invited, .suspended, .deleted]
        let types: [AccountType] = [.user, .user, .administrator, .functional]
        return Account(id: pick(Self.people, &random), type: pick(types, &random), state: pick(states, &random))
    }

    private func grantee(_ random: inout Seeded) -> Grantee {
        Bool.random(using: &random) ? .account(pick(Self.people, &random)) : .group(pick(Self.groups, &random))
    }

    private func identityChange(_ random: inout Seeded) -> IdentityChange {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...3: .account(account(&random))
        case 4: .accountGone(pick(Self.people, &random))
        case 5: .group(pick(Self.groups, &random))
        case 6: .groupGone(pick(Self.groups, &random))
        case 7...9: .member(grantee(&random), of: pick(Self.groups, &random))
        default: .memberGone(grantee(&random), of: pick(Self.groups, &random))
        }
    }

    private func delegationChange(_ number: Int, _ random: inout Seeded) -> DelegationChange {
        let mailbox = pick(Self.people, &random).mailbox
        let grantee = grantee(&random)
        if Int.random(in: 0..<3, using: &random) == 0 { return .removed(mailbox: mailbox, grantee: grantee) }
        var window = Window.always
        if Bool.random(using: &random) { window.startTime = Int64.random(in: 0..<4000, using: &random) }
        if Bool.random(using: &random) { window.expireTime = Int64.random(in: 0..<4000, using: &random) }
        return .put(
            Delegation(
                id: DelegationID(bits: UInt128(number + 1)), mailbox: mailbox, grantee: grantee,
                rights: Rights(rawValue: UInt8.random(in: 1...7, using: &random)), window: window))
    }

    @Test("D2 D17 D19 B3 B10 the index answers like the rules written plainly", arguments: [1, 2, 3, 4, 5])
    func steps(seed: UInt64) throws {
        var random = Seeded(state: seed)
        var model = Model()
        let index = AccessIndex()
        for step in 0..<3000 {
            let now = Int64(step)
            switch Int.random(in: 0..<100, using: &random) {
            case 0:
                // A snapshot: the identity side of the model, told anew.
                var changes = model.accounts.values.map { IdentityChange.account($0) }
                changes += model.groups.map { .group($0) }
                for (group, members) in model.members { changes += members.map { .member($0, of: group) } }
                index.replaceIdentity(with: [1: changes.shuffled(using: &random)])
            case 1..<50:
                let changes = (0..<Int.random(in: 1...4, using: &random)).map { _ in identityChange(&random) }
                for change in changes { model.apply(change) }
                index.apply(changes, in: 1)
            default:
                let changes = (0..<Int.random(in: 1...3, using: &random)).map {
                    delegationChange(step * 3 + $0, &random)
                }
                for change in changes { model.apply(change) }
                index.apply(changes, in: 1)
            }
            for _ in 0..<6 {
                try compare(index, model, pick(Self.people, &random), pick(Self.people, &random).mailbox, now, &random)
            }
            if step % 50 == 0 { try compareLists(index, model, now) }
        }
        let rows = model.delegations.values.reduce(0) { $0 + $1.count }
        #expect(index.delegationMemory.count == rows)
    }

    private func compare(
        _ index: AccessIndex, _ model: Model, _ account: AccountID, _ mailbox: MailboxID, _ now: Int64,
        _ random: inout Seeded
    ) throws {
        let right = pick([Rights.open, .send, .setUp], &random)
        let decision = index.decide(account: account, mailbox: mailbox, right: right, at: Now(now))
        try #require(decision.reason == model.decide(account, mailbox, right, now))
        let explained = index.explain(account: account, mailbox: mailbox, right: right, at: Now(now))
        try #require(explained.decision == decision)
        if let id = decision.delegation {
            try #require(model.reaching(account, mailbox).contains { $0.id == id })
        }
        // Nothing but time passes: the answer holds until it says, and no change comes without being announced.
        if let until = decision.expireTime {
            try #require(until > now)
            let before = index.decide(account: account, mailbox: mailbox, right: right, at: Now(until - 1))
            try #require(before == decision)
        } else {
            let later = index.decide(account: account, mailbox: mailbox, right: right, at: Now(now + 1_000_000))
            try #require(later == decision)
        }
    }

    /// D24: both directions agree with each single decision.
    private func compareLists(_ index: AccessIndex, _ model: Model, _ now: Int64) throws {
        let rights: [Rights] = [.open, .send, .setUp]
        for account in Self.people {
            let listed = index.accessible(to: account, after: nil, limit: 100, at: Now(now)) ?? []
            var expected: [MailboxID: Rights] = [:]
            for box in Self.people {
                let held = rights.filter { model.decide(account, box.mailbox, $0, now).allows }
                if !held.isEmpty { expected[box.mailbox] = Rights(held) }
            }
            try #require(Dictionary(uniqueKeysWithValues: listed.map { ($0.mailbox.id, $0.rights) }) == expected)
        }
        for box in Self.people {
            let ways = index.ways(to: box.mailbox, at: Now(now))
            let allowed = Self.people.filter { account in
                account != box && rights.contains { model.decide(account, box.mailbox, $0, now).allows }
            }
            try #require(Set(ways.map(\.account)).subtracting([box]) == Set(allowed))
        }
    }
}
