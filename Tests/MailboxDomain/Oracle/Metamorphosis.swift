import Lots

@testable import MailboxDomain

/// What two changes do together, or one in one direction, whatever the rules are. All questions are asked before and after; no
/// oracle answers them.
struct Metamorphosis {
    enum Law: CaseIterable {
        case newGrantTakesNothingAway, moreRightsTakeNothingAway
        case frozenAndBack, suspendedAndBack, unsharedAndBack, policyAndBack
        case renaming, orderOfGrants, grantedAgain, toldAgain, time
    }

    private var comparison = Comparison()
    private let steps: [Oracle.Step]
    private var random: SplitMix

    /// Some way into a history.
    init(seed: UInt64) {
        random = SplitMix(seed: ~seed)
        steps = Histories.history(seed: seed, steps: Int.random(in: 20...60, using: &random))
        for step in steps { comparison.apply(step) }
        // Of what begins and ends, not where two clocks disagree of it.
        let now = comparison.rows.clock.latest
        comparison.apply(.clock(Oracle.Clock(earliest: now, latest: now)))
    }

    static let questions: [Oracle.Question] = Histories.everybody.flatMap { account in
        Histories.mailboxes.flatMap { mailbox -> [Oracle.Question] in
            guard Oracle.organization(of: account) == Oracle.organization(of: mailbox) else { return [] }
            let whole = Oracle.Right.allCases.map { Oracle.Question(account: account, mailbox: mailbox, right: $0) }
            return whole + [
                Oracle.Question(account: account, mailbox: mailbox, right: .open, folder: "/Inbox/Bills", deed: .read),
                Oracle.Question(account: account, mailbox: mailbox, right: .open, folder: "/Café", deed: .write),
            ]
        }
    }

    private func answers(_ comparison: Comparison, at time: Int64? = nil) -> [Decision] {
        let now = time ?? comparison.rows.clock.latest
        return Self.questions.map { comparison.decide($0, at: Oracle.Clock(earliest: now, latest: now)) }
    }

    /// The first question that breaks the law, in words; nil: none does. And whether anything was there to try it on.
    mutating func run(_ law: Law) -> (broken: String?, tried: Bool) {
        switch law {
        case .newGrantTakesNothingAway: withMore { $0.newGrant() }
        case .moreRightsTakeNothingAway: withMore { $0.moreRights() }
        case .frozenAndBack: thereAndBack { $0.frozen() }
        case .suspendedAndBack: thereAndBack { $0.suspended() }
        case .unsharedAndBack: thereAndBack { $0.unshared() }
        case .policyAndBack: thereAndBack { $0.policy() }
        case .renaming: renamed()
        case .orderOfGrants: ordered()
        case .grantedAgain: thereAndBack { $0.grantedAgain() }
        case .toldAgain: thereAndBack { $0.toldAgain() }
        case .time: later()
        }
    }

    // MARK: Laws

    /// Whoever was allowed still is.
    private mutating func withMore(_ draw: (inout Self) -> Oracle.Step?) -> (broken: String?, tried: Bool) {
        guard let step = draw(&self) else { return (nil, false) }
        let before = answers(comparison)
        comparison.apply(step)
        let after = answers(comparison)
        let lost = before.indices.first { before[$0].allowed && !after[$0].allowed }
        return (lost.map { "\(step) takes \(Self.questions[$0]): \(before[$0]), then \(after[$0])" }, true)
    }

    private struct There {
        let out: Oracle.Step
        let back: Oracle.Step
        /// What nothing of may be allowed meanwhile.
        let denied: (Oracle.Question, Decision) -> Bool
    }

    private mutating func thereAndBack(_ draw: (inout Self) -> There?) -> (broken: String?, tried: Bool) {
        guard let there = draw(&self) else { return (nil, false) }
        let before = answers(comparison)
        comparison.apply(there.out)
        let between = answers(comparison)
        if let open = before.indices.first(where: { between[$0].allowed && there.denied(Self.questions[$0], between[$0]) }) {
            return ("\(there.out) leaves \(Self.questions[open]): \(between[open])", true)
        }
        comparison.apply(there.back)
        return (different(before, answers(comparison), by: "\(there.out) and back"), true)
    }

    private func different(_ before: [Decision], _ after: [Decision], by what: String) -> String? {
        before.indices.first { before[$0] != after[$0] }.map {
            "\(what): \(Self.questions[$0]) was \(before[$0]), is \(after[$0])"
        }
    }

    private mutating func renamed() -> (broken: String?, tried: Bool) {
        func nameless(_ decisions: [Decision]) -> [Decision] {
            decisions.map { decision in
                var decision = decision
                decision.senderName = ""
                return decision
            }
        }
        let before = nameless(answers(comparison))
        for var row in comparison.rows.accounts {
            row.name = "\(random.next())"
            comparison.apply(.facts(in: Oracle.organization(of: row.id), [.account(row)]))
        }
        for var row in comparison.rows.boxes {
            row.name = "\(random.next())"
            comparison.apply(.acts(in: Oracle.organization(of: row.id), [.registered(row)]))
        }
        return (different(before, nameless(answers(comparison)), by: "renaming all"), true)
    }

    /// Grants of pairs that have none yet, in this order and in the other.
    private mutating func ordered() -> (broken: String?, tried: Bool) {
        var grants: [Oracle.GrantRow] = []
        for _ in 0..<6 {
            guard let row = newRow(beside: grants) else { continue }
            grants.append(row)
        }
        var other = Comparison()
        for step in steps { other.apply(step) }
        other.apply(.clock(comparison.rows.clock))
        for row in grants { comparison.apply(.acts(in: Oracle.organization(of: row.mailbox), [.put(row)])) }
        for row in grants.reversed() { other.apply(.acts(in: Oracle.organization(of: row.mailbox), [.put(row)])) }
        let what = "\(grants) in the other order"
        return (different(answers(comparison), answers(other), by: what), grants.count > 1)
    }

    /// What is otherwise later was said to end by then.
    private mutating func later() -> (broken: String?, tried: Bool) {
        let now = comparison.rows.clock.latest
        let time = now + Int64.random(in: 1...150, using: &random)
        let (before, after) = (answers(comparison), answers(comparison, at: time))
        let broken = before.indices.first { before[$0] != after[$0] && before[$0].expireTime ?? .max > time }
        let what = broken.map { "\(Self.questions[$0]) at \(now) was \(before[$0]), at \(time) is \(after[$0])" }
        return (what, before != after)
    }

    // MARK: Draws

    private mutating func newRow(beside others: [Oracle.GrantRow]) -> Oracle.GrantRow? {
        var histories = Histories(random: random, rows: comparison.rows)
        let drawn = histories.put(1)
        random = histories.random
        guard case .put(var row) = drawn else { return nil }
        // None that a history gives.
        row.id = Int.random(in: 20_000..<30_000, using: &random)
        let isTaken = (comparison.rows.grants + others).contains {
            $0.mailbox == row.mailbox && $0.grantee == row.grantee || $0.id == row.id
        }
        return isTaken ? nil : row
    }

    private mutating func newGrant() -> Oracle.Step? {
        newRow(beside: []).map { .acts(in: 1, [.put($0)]) }
    }

    private mutating func grant(_ isFit: (Oracle.GrantRow) -> Bool) -> (row: Oracle.GrantRow, organization: Int)? {
        comparison.rows.grants.filter(isFit).randomElement(using: &random).map { ($0, Oracle.organization(of: $0.mailbox)) }
    }

    /// More rights, more folders or longer.
    private mutating func moreRights() -> Oracle.Step? {
        guard let (found, organization) = grant({ _ in true }) else { return nil }
        var row = found
        switch Int.random(in: 0..<3, using: &random) {
        case 0: row.rights = Oracle.Right.allCases
        case 1 where row.folders.isEmpty: row.end = nil
        case 1: row.folders.append(Oracle.FolderRow(path: "/Inbox", subtree: true, deeds: [.write]))
        default: row.folders = []
        }
        return .acts(in: organization, [.put(row)])
    }

    private mutating func frozen() -> There? {
        guard let (row, organization) = grant({ !$0.isFrozen }) else { return nil }
        var frozen = row
        frozen.isFrozen = true
        return There(
            out: .acts(in: organization, [.put(frozen)]), back: .acts(in: organization, [.put(row)]),
            denied: { $1.delegation == DelegationID(row.id) })
    }

    private mutating func suspended() -> There? {
        let active = comparison.rows.accounts.filter { $0.state == .active }
        guard let row = active.randomElement(using: &random) else { return nil }
        var suspended = row
        suspended.state = .suspended
        let organization = Oracle.organization(of: row.id)
        return There(
            out: .facts(in: organization, [.account(suspended)]), back: .facts(in: organization, [.account(row)]),
            denied: { asked, _ in asked.account == row.id })
    }

    private mutating func unshared() -> There? {
        let shared = Histories.mailboxes.filter { comparison.rows.isShared($0) }
        guard let mailbox = shared.randomElement(using: &random) else { return nil }
        let row = comparison.rows.settings.first { $0.mailbox == mailbox } ?? Oracle.SettingsRow(mailbox: mailbox)
        var unshared = row
        unshared.sharing = false
        let organization = Oracle.organization(of: mailbox)
        return There(
            out: .acts(in: organization, [.settings(unshared)]), back: .acts(in: organization, [.settings(row)]),
            denied: { $0.mailbox == mailbox && $1.reason != .allowedOwner })
    }

    private mutating func policy() -> There? {
        let organization = Int.random(in: 1...2, using: &random)
        var histories = Histories(random: random, rows: comparison.rows)
        let other = histories.policies(organization)
        random = histories.random
        return There(
            out: .facts(in: organization, [.policies(other)]),
            back: .facts(in: organization, [.policies(comparison.rows.policy(organization))]), denied: { _, _ in false })
    }

    private mutating func grantedAgain() -> There? {
        guard let (row, organization) = grant({ _ in true }) else { return nil }
        let step = Oracle.Step.acts(in: organization, [.put(row)])
        return There(out: step, back: step, denied: { _, _ in false })
    }

    private mutating func toldAgain() -> There? {
        There(out: .snapshot([], seed: random.next()), back: .snapshot([], seed: random.next()), denied: { _, _ in false })
    }
}
