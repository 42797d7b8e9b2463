import Lots
import Testing

@testable import MailboxDomain

struct ModelTests {
    private static let people: [AccountID] = (1...12).map { AccountID(bits: UInt128($0)) }
    /// One that an account has registered, each now and then.
    private static let boxes: [MailboxID] = (21...24).map { MailboxID(bits: UInt128($0)) }
    private static let mailboxes = people.map(\.mailbox) + boxes
    private static let groups: [GroupID] = (1...6).map { GroupID(bits: UInt128($0)) }

    private func pick<T>(_ all: [T], _ random: inout SplitMix) -> T {
        all[Int.random(in: all.indices, using: &random)]
    }

    private func account(_ random: inout SplitMix) -> Account {
        let states: [AccountState] = [.active, .active, .active, .active, .invited, .suspended, .deleted]
        let types: [AccountType] = [.user, .user, .administrator, .functional]
        return Account(id: pick(Self.people, &random), type: pick(types, &random), state: pick(states, &random))
    }

    /// Accounts that are told of change addresses too, sometimes with one another, in one transaction.
    private func named(_ changes: [IdentityChange], _ model: Model, _ random: inout SplitMix) -> [IdentityChange] {
        var held = model.accounts.mapValues(\.keys)
        for case .account(let account) in changes { held[account.id] = held[account.id] ?? [] }
        for case .accountGone(let id) in changes { held[id] = nil }
        var free = Set((1...30).map { "p\($0)@a.example" }).subtracting(held.values.joined().map(\.text)).sorted()
        let told = changes.compactMap { change in
            if case .account(let account) = change { account.id } else { nil }
        }
        for id in Set(told) where held[id] != nil && Bool.random(using: &random) {
            let other = pick(told, &random)
            if let theirs = held[other], Bool.random(using: &random) {
                held[other] = held[id]
                held[id] = theirs
            } else {
                free += held[id]?.map(\.text) ?? []
                let count = Int.random(in: 0...3, using: &random)
                free.shuffle(using: &random)
                held[id] = free.suffix(count).compactMap { AddressKey($0) }
                free.removeLast(count)
            }
        }
        return changes.map { change in
            guard case .account(var account) = change else { return change }
            account.keys = held[account.id] ?? []
            return .account(account)
        }
    }

    private func grantee(_ random: inout SplitMix) -> Grantee {
        Bool.random(using: &random) ? .account(pick(Self.people, &random)) : .group(pick(Self.groups, &random))
    }

    private func identityChange(_ random: inout SplitMix) -> IdentityChange {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: .membershipsGone(naming: grantee(&random))
        case 1: .policies(Policies(guardsAdministrators: Bool.random(using: &random)))
        case 2...12: .account(account(&random))
        case 13...15: .accountGone(pick(Self.people, &random))
        case 16...19: .group(pick(Self.groups, &random))
        case 20...21: .groupGone(pick(Self.groups, &random))
        case 22: .groupDeleted(pick(Self.groups, &random))
        case 23...32:
            .member(
                grantee(&random), of: pick(Self.groups, &random),
                until: Bool.random(using: &random) ? Int64.random(in: 0..<4000, using: &random) : nil)
        default: .memberGone(grantee(&random), of: pick(Self.groups, &random))
        }
    }

    private func delegationChange(_ number: Int, _ random: inout SplitMix) -> OwnChange {
        let mailbox = pick(Self.mailboxes, &random)
        let grantee = grantee(&random)
        switch Int.random(in: 0..<36, using: &random) {
        case 0...2:
            let box = pick(Self.boxes, &random)
            return .registered(
                RegisteredMailbox(
                    id: box, owner: pick(Self.people, &random), address: Model.address(of: box), displayName: ""))
        case 3...5: return .unregistered(pick(Self.boxes, &random))
        case 6: return .mailboxCleared(mailbox)
        case 7: return .granteeCleared(grantee)
        case 8...17: return .removed(mailbox: mailbox, grantee: grantee)
        default: break
        }
        var window = Window.always
        if Bool.random(using: &random) { window.startTime = Int64.random(in: 0..<4000, using: &random) }
        if Bool.random(using: &random) { window.expireTime = Int64.random(in: 0..<4000, using: &random) }
        return .put(
            Delegation(
                id: DelegationID(bits: UInt128(number + 1)), mailbox: mailbox, grantee: grantee,
                rights: Rights(rawValue: UInt8.random(in: 0...7, using: &random)), window: window))
    }

    @Test("C6 D2 D3 D8 D17 D19 B3 B10 the index answers like the rules written plainly", arguments: [1, 2, 3, 4, 5])
    func steps(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var model = Model()
        let index = AccessIndex()
        for step in 0..<3000 {
            let now = Int64(step)
            switch Int.random(in: 0..<100, using: &random) {
            case 0:
                // A snapshot: the identity side of the model, told anew.
                var changes = model.accounts.values.map { IdentityChange.account($0) }
                changes += [.policies(model.policies)] + model.groups.map { .group($0) }
                for (group, members) in model.members {
                    changes += members.map { .member($0, of: group, until: $1 == .max ? nil : $1) }
                }
                index.replaceIdentity(with: [1: changes.shuffled(using: &random)])
            case 1..<50:
                let changes = named(
                    (0..<Int.random(in: 1...4, using: &random)).map { _ in identityChange(&random) }, model, &random)
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
                try compare(index, model, pick(Self.people, &random), pick(Self.mailboxes, &random), now, &random)
            }
            if step % 50 == 0 { try compareLists(index, model, now) }
        }
        let rows = model.delegations.values.reduce(0) { $0 + $1.count }
        #expect(index.delegationMemory.count == rows)
    }

    private func compare(
        _ index: AccessIndex, _ model: Model, _ account: AccountID, _ mailbox: MailboxID, _ now: Int64,
        _ random: inout SplitMix
    ) throws {
        let right = pick([Rights.open, .send, .setUp], &random)
        let decision = index.decide(Question(account: .id(account), mailbox: .id(mailbox), right: right), at: Now(now))
        try #require(decision.reason == model.decide(account, mailbox, right, now))
        let explained = index.explain(Question(account: .id(account), mailbox: .id(mailbox), right: right), at: Now(now))
        try #require(explained.decision == decision)
        if let id = decision.delegation {
            try #require(model.reaching(account, mailbox, now).contains { $0.id == id })
        }
        try compareByAddress(index, model, right, now, &random)
        // Nothing but time passes: the answer holds until it says, and no change comes without being announced.
        if let until = decision.expireTime {
            try #require(until > now)
            let before = index.decide(Question(account: .id(account), mailbox: .id(mailbox), right: right), at: Now(until - 1))
            try #require(before == decision)
        } else {
            let later = index.decide(
                Question(account: .id(account), mailbox: .id(mailbox), right: right), at: Now(now + 1_000_000))
            try #require(later == decision)
        }
    }

    /// A question by addresses is answered as the one by the ids that have them.
    private func compareByAddress(
        _ index: AccessIndex, _ model: Model, _ right: Rights, _ now: Int64, _ random: inout SplitMix
    ) throws {
        let addresses = (1...30).map { "p\($0)@a.example" } + Self.boxes.map { Model.address(of: $0) }
        let (one, other) = (pick(addresses, &random), pick(addresses, &random))
        let decision = index.decide(
            Question(account: .address(AddressKey(one)), mailbox: .address(AddressKey(other)), right: right), at: Now(now))
        let (account, mailbox) = (model.account(at: one), model.mailbox(at: other))
        // Nobody's ids, for addresses that nobody has.
        let same = Question(account: .id(account ?? 998), mailbox: .id(mailbox ?? 999), right: right)
        try #require(decision == index.decide(same, at: Now(now)))
    }

    /// D24: both directions agree with each single decision.
    private func compareLists(_ index: AccessIndex, _ model: Model, _ now: Int64) throws {
        let rights: [Rights] = [.open, .send, .setUp]
        for account in Self.people {
            let listed = index.accessible(to: account, after: nil, limit: 100, at: Now(now)) ?? []
            var expected: [MailboxID: Rights] = [:]
            for box in Self.mailboxes {
                let held = rights.filter { model.decide(account, box, $0, now).allows }
                if !held.isEmpty { expected[box] = Rights(held) }
            }
            try #require(Dictionary(uniqueKeysWithValues: listed.map { ($0.mailbox.id, $0.rights) }) == expected)
        }
        for box in Self.mailboxes {
            let ways = index.ways(to: box, at: Now(now))
            let owner = model.owner(of: box)
            let allowed = Self.people.filter { account in
                account != owner && rights.contains { model.decide(account, box, $0, now).allows }
            }
            try #require(Set(ways.map(\.account)).subtracting([owner].compactMap { $0 }) == Set(allowed))
        }
    }
}
