internal import Lots
internal import MailboxDomain

/// A made-up organization of so many delegations: ten an account, one in twenty a group's; each account in one group of a
/// hundred. Ids are shaped as the servers make them, a hundred of them in a millisecond.
struct Institution {
    static let now: Int64 = 1_700_000_000_000_000

    let organization: OrganizationID
    let accounts: [AccountID]
    let groups: [GroupID]
    let delegations: [Delegation]
    /// An account that a delegation reaches, and the mailbox that it reaches.
    private let reached: [(AccountID, MailboxID)]

    /// In no order, or mailbox by mailbox, as an export of another system lists them.
    init(delegations count: Int, byMailbox: Bool = false) {
        var random = SplitMix(seed: UInt64(count))
        organization = OrganizationID(bits: Self.id(0, &random))
        accounts = (0..<max(20, count / 10)).map { AccountID(bits: Self.id($0, &random)) }
        groups = (0..<max(2, accounts.count / 100)).map { GroupID(bits: Self.id($0, &random)) }

        var there: Set<Pair> = []
        var pairs: [(Pair, AccountID)] = []
        while pairs.count < count {
            let mailbox = accounts[Int.random(in: 0..<accounts.count, using: &random)].mailbox
            let member = Int.random(in: 0..<accounts.count, using: &random)
            let isGroup = pairs.count.isMultiple(of: 20)
            let grantee: Grantee = isGroup ? .group(groups[member % groups.count]) : .account(accounts[member])
            let pair = Pair(mailbox: mailbox, grantee: grantee)
            guard accounts[member] != mailbox.account, there.insert(pair).inserted else { continue }
            pairs.append((pair, accounts[member]))
        }
        if byMailbox { pairs.sort { $0.0.mailbox.bits < $1.0.mailbox.bits } }
        delegations = pairs.enumerated().map { number, pair in
            Delegation(
                id: DelegationID(bits: Self.id(number, &random)), mailbox: pair.0.mailbox, grantee: pair.0.grantee,
                rights: [.open, .send])
        }
        reached = pairs.map { ($0.1, $0.0.mailbox) }
    }

    /// An index that knows identity's part: who there is.
    func indexOfIdentity() -> AccessIndex {
        let index = AccessIndex()
        index.apply(accounts.map { .account(Account(id: $0, type: .user, state: .active)) }, in: organization)
        index.apply(groups.map { .group($0) }, in: organization)
        index.apply(accounts.enumerated().map { .member(.account($1), of: groups[$0 % groups.count]) }, in: organization)
        return index
    }

    /// As many questions, which must be a power of two: every second one about what a delegation gives.
    func questions(_ count: Int) -> [Question] {
        var random = SplitMix(seed: UInt64(count))
        return (0..<count).map { number in
            let (account, mailbox) =
                number.isMultiple(of: 2)
                ? reached[Int.random(in: 0..<reached.count, using: &random)]
                : (
                    accounts[Int.random(in: 0..<accounts.count, using: &random)],
                    accounts[Int.random(in: 0..<accounts.count, using: &random)].mailbox
                )
            return Question(account: .id(account), mailbox: .id(mailbox), right: random.next().isMultiple(of: 2) ? .open : .send)
        }
    }

    private struct Pair: Hashable {
        let mailbox: MailboxID
        let grantee: Grantee
    }

    /// The UUIDv7 of a thing made after so many others.
    private static func id(_ number: Int, _ random: inout SplitMix) -> UInt128 {
        let milliseconds = UInt64(now / 1000) + UInt64(number / 100)
        let high = milliseconds << 16 | 0x7000 | random.next() & 0xFFF
        let low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
        return UInt128(high) << 64 | UInt128(low)
    }
}
