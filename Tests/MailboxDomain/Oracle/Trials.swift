import Lots

@testable import MailboxDomain

/// Histories, one after another, until so much is compared; and of one that fails what is needed to see why.
struct Trials {
    private static let stepsEach = 120
    private static let questionsEach = 24

    private(set) var comparisons = 0
    /// How often each reason was the answer.
    private(set) var reasons: [Oracle.Why: Int] = [:]

    /// One look at both, behind a step.
    private enum Check {
        case question(Oracle.Question, Spelling)
        case managing(account: Int, mailbox: Int)
        case opening(account: Int, mailbox: Int)
        case list(of: Int, pages: Int)
        case identities(of: Int, pages: Int)
        case ways(to: Int)
        case rows
        case addresses(Spelling)
    }

    /// Seeds from this one on. Returns what was wrong with the first history that fails, as a text to be read.
    mutating func run(from first: UInt64, comparisons wanted: Int) -> String? {
        var seed = first
        while comparisons < wanted {
            var comparison = Comparison()
            var random = SplitMix(seed: ~seed)
            let steps = Histories.history(seed: seed, steps: Self.stepsEach)
            for (number, step) in steps.enumerated() {
                comparison.apply(step)
                let known = reasons.merging(comparison.reasons) { $0 + $1 }
                for check in Self.checks(of: comparison.rows, number, known, &random) {
                    guard let problem = Self.problem(of: check, &comparison) else { continue }
                    return "seed \(seed): \(problem)\n" + Self.shortest(steps, failing: check)
                }
            }
            comparisons += comparison.comparisons
            reasons.merge(comparison.reasons) { $0 + $1 }
            seed += 1
        }
        return nil
    }

    private static func problem(of check: Check, _ comparison: inout Comparison) -> Comparison.Disagreement? {
        do throws(Comparison.Disagreement) {
            switch check {
            case .question(let asked, let spelling): try comparison.compare(asked, spelling: spelling)
            case .managing(let account, let mailbox): try comparison.compareManaging(account, mailbox)
            case .opening(let account, let mailbox): try comparison.compareOpening(account, mailbox)
            case .list(let account, let limit): try comparison.compareList(of: account, pages: limit)
            case .identities(let account, let limit): try comparison.compareIdentities(of: account, pages: limit)
            case .ways(let mailbox): try comparison.compareWays(to: mailbox)
            case .rows: try comparison.compareRows()
            case .addresses(let spelling): try comparison.compareAddresses(spelling: spelling)
            }
            return nil
        } catch { return error }
    }

    // MARK: Draws

    /// A few questions behind each step, and one of the lists.
    private static func checks(
        of rows: Oracle, _ step: Int, _ known: [Oracle.Why: Int], _ random: inout SplitMix
    ) -> [Check] {
        func pick<T>(_ all: [T]) -> T { all[Int.random(in: all.indices, using: &random)] }
        var checks: [Check] = []
        for number in 0..<questionsEach {
            let asked = rarer(rows, known, &random)
            checks.append(.question(asked, pick(Spelling.allCases)))
            if number % 4 == 0 { checks.append(.managing(account: asked.account, mailbox: asked.mailbox)) }
            if number % 4 == 2 { checks.append(.opening(account: asked.account, mailbox: asked.mailbox)) }
        }
        switch step % 8 {
        case 0: checks.append(.list(of: pick(Histories.everybody), pages: pick([1, 2, 3])))
        case 1: checks.append(.identities(of: pick(Histories.everybody), pages: pick([1, 2, 3])))
        case 2: checks.append(.ways(to: pick(Histories.mailboxes)))
        case 4: checks.append(.rows)
        case 6: checks.append(.addresses(pick(Spelling.allCases)))
        default: break
        }
        return checks
    }

    /// Of three, the one whose answer was given the least so far.
    private static func rarer(_ rows: Oracle, _ known: [Oracle.Why: Int], _ random: inout SplitMix) -> Oracle.Question {
        var best = question(rows, &random)
        var least = known[rows.answer(best, rows.clock).why] ?? 0
        for _ in 0..<2 {
            let other = question(rows, &random)
            let count = known[rows.answer(other, rows.clock).why] ?? 0
            if count < least { (best, least) = (other, count) }
        }
        return best
    }

    /// Nearly always within one organization, and often about a grant that is there: or most answers were that there is none.
    private static func question(_ rows: Oracle, _ random: inout SplitMix) -> Oracle.Question {
        func pick<T>(_ all: [T]) -> T { all[Int.random(in: all.indices, using: &random)] }
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        var (account, mailbox) = (pick(Histories.everybody), pick(Histories.mailboxes))
        if chance(60), !rows.grants.isEmpty {
            let row = pick(rows.grants)
            mailbox = row.mailbox
            if case .account(let id) = row.grantee { account = id }
        }
        if chance(97), Oracle.organization(of: account) != Oracle.organization(of: mailbox) {
            account = pick(Histories.people[Oracle.organization(of: mailbox)] ?? [])
        }
        var asked = Oracle.Question(account: account, mailbox: mailbox, right: pick(Oracle.Right.allCases))
        if asked.right == .open, chance(60) {
            (asked.folder, asked.deed) = (pick(Histories.folders), pick([nil] + Oracle.Deed.allCases))
        }
        return asked
    }

    // MARK: When they disagree

    private static func problem(of check: Check, after steps: [Oracle.Step]) -> Comparison.Disagreement? {
        var comparison = Comparison()
        for step in steps { comparison.apply(step) }
        // What is left of a history must still be one that can be.
        let addresses = comparison.rows.accounts.flatMap(\.addresses) + comparison.rows.boxes.map(\.address)
        return Set(addresses).count < addresses.count ? nil : problem(of: check, &comparison)
    }

    /// The shortest beginning of a history behind which this fails, without what it fails without.
    private static func shortest(_ steps: [Oracle.Step], failing check: Check) -> String {
        let needed = Histories.neededSteps
        guard let count = (needed...steps.count).first(where: { problem(of: check, after: Array(steps.prefix($0))) != nil })
        else {
            return "    and not when it is played again"
        }
        var left = Array(steps.prefix(count))
        let single = Array(left.prefix(needed)) + left.dropFirst(needed).flatMap { $0.singly }
        if problem(of: check, after: single) != nil { left = single }
        for place in left.indices.reversed() where place >= needed {
            var fewer = left
            fewer.remove(at: place)
            if problem(of: check, after: fewer) != nil { left = fewer }
        }
        let lines = left.map { "    " + brief("\($0)") }.joined(separator: "\n")
        let found = problem(of: check, after: left).map { "\($0)" } ?? ""
        return "the first \(count) steps fail; of them these do:\n\(lines)\n\(found)"
    }
}

extension Oracle.Step {
    /// The same, each change as a transaction of its own.
    fileprivate var singly: [Oracle.Step] {
        switch self {
        case .facts(let organization, let facts): facts.map { .facts(in: organization, [$0]) }
        case .acts(let organization, let acts): acts.map { .acts(in: organization, [$0]) }
        case .snapshot, .snapshotWithout, .clock: [self]
        }
    }
}
