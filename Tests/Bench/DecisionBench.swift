internal import MailboxDomain

/// A decision in process, one thread: the index of `MailboxDomain` without wire, decoding or clock.
///
/// One organization, ten delegations an account; each account in one group of a hundred; one delegation in
/// twenty is a group's. Half of the questions ask what a delegation gives, half are drawn, so that both an early
/// and a late answer count. There are more questions than the caches hold.
struct DecisionBench {
    private let options: Options
    private let questions: Int
    private let decisions: Int

    init(_ options: Options) {
        self.options = options
        questions = options.quick ? 1 << 10 : 1 << 17
        decisions = options.quick ? 1 << 12 : 1 << 21
    }

    func measure(into report: inout Report) throws {
        let sizes =
            options.quick
            ? [("1k", "1,000", 1000)]
            : [
                ("1k", "1,000", 1000), ("100k", "100,000", 100_000), ("1m", "1,000,000", 1_000_000),
            ]
        for (key, name, size) in sizes {
            let institution = Institution(delegations: size)
            let asked = institution.questions(questions)
            _ = run(institution.index, asked)
            let values = (0..<options.runs).map { _ in run(institution.index, asked) }
            report.add("decision_ns_\(key)", "decision in process, \(name) delegations", "ns", values)
            if size == sizes.last?.2 {
                let (bytes, count) = institution.index.delegationMemory
                report.add("bytes_per_delegation", "memory of a delegation, \(name)", "bytes", [Double(bytes) / Double(count)])
            }
        }
    }

    /// Nanoseconds a decision.
    private func run(_ index: AccessIndex, _ asked: [Question]) -> Double {
        var allowed = 0
        let took = ContinuousClock().measure {
            for number in 0..<decisions {
                let question = asked[number & (asked.count - 1)]
                let decision = index.decide(
                    account: question.account, mailbox: question.mailbox, right: question.right, at: Institution.now)
                if decision.allowed { allowed += 1 }
            }
        }
        // Also keeps the loop from being optimised away.
        precondition(allowed > decisions / 4 && allowed < decisions, "\(allowed) of \(decisions) allowed: not what was built")
        return took / .nanoseconds(decisions)
    }
}

struct Question {
    let account: AccountID
    let mailbox: MailboxID
    let right: Rights
}

/// A made-up organization of so many delegations.
struct Institution {
    static let now: Int64 = 1_700_000_000_000_000

    let index = AccessIndex()
    private let accounts: [AccountID]
    /// An account that a delegation reaches, and the mailbox that it reaches.
    private var reached: [(AccountID, MailboxID)] = []

    init(delegations: Int) {
        var random = SplitMix(seed: UInt64(delegations))
        let organization = OrganizationID(bits: Self.id(&random))
        accounts = (0..<max(20, delegations / 10)).map { _ in AccountID(bits: Self.id(&random)) }
        let groups = (0..<max(2, accounts.count / 100)).map { _ in GroupID(bits: Self.id(&random)) }
        index.apply(accounts.map { .account(Account(id: $0, type: .user, state: .active)) }, in: organization)
        index.apply(groups.map { .group($0) }, in: organization)
        index.apply(
            accounts.enumerated().map { .member(.account($1), of: groups[$0 % groups.count]) }, in: organization)

        var there: Set<Pair> = []
        var changes: [DelegationChange] = []
        changes.reserveCapacity(delegations)
        while changes.count < delegations {
            let mailbox = accounts[Int.random(in: 0..<accounts.count, using: &random)].mailbox
            let member = Int.random(in: 0..<accounts.count, using: &random)
            let isGroup = changes.count.isMultiple(of: 20)
            let grantee: Grantee = isGroup ? .group(groups[member % groups.count]) : .account(accounts[member])
            guard accounts[member] != mailbox.account, there.insert(Pair(mailbox: mailbox, grantee: grantee)).inserted
            else { continue }
            let id = DelegationID(bits: Self.id(&random))
            changes.append(.put(Delegation(id: id, mailbox: mailbox, grantee: grantee, rights: [.open, .send])))
            reached.append((accounts[member], mailbox))
        }
        index.reserve(delegations, in: organization)
        index.apply(changes, in: organization)
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
            return Question(account: account, mailbox: mailbox, right: random.next().isMultiple(of: 2) ? .open : .send)
        }
    }

    private struct Pair: Hashable {
        let mailbox: MailboxID
        let grantee: Grantee
    }

    /// Shaped as the servers make them: a UUIDv7 of one millisecond.
    private static func id(_ random: inout SplitMix) -> UInt128 {
        let high = 0x018B_CFE5_6800_7000 | random.next() & 0xFFF
        let low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
        return UInt128(high) << 64 | UInt128(low)
    }
}
