import Lots

@testable import MailboxDomain

/// A printed value's types without what they are of.
func brief(_ text: String) -> String {
    let prefixes = [String(reflecting: Oracle.self) + ".", String(reflecting: Decision.self).prefix { $0 != "." } + "."]
    return prefixes.reduce(text) { $0.replacing($1, with: "") }
}

/// The index beside the oracle, through one history.
struct Comparison {
    /// Where they differ: what was asked or looked at, what the rules say of it, and what the index says.
    struct Disagreement: Error, CustomStringConvertible {
        let question: String
        let rules: String
        let index: String

        var description: String { brief("\(question)\n    rules: \(rules)\n    index: \(index)") }
    }

    let index = AccessIndex()
    private(set) var rows = Oracle()
    var comparisons = 0
    /// How often each reason was the answer.
    private(set) var reasons: [Oracle.Why: Int] = [:]

    mutating func apply(_ step: Oracle.Step) {
        rows.apply(step)
        index.take(step, of: rows)
    }

    static func agree<T: Equatable>(_ question: @autoclosure () -> String, rules: T, index: T) throws(Disagreement) {
        if rules != index { throw Disagreement(question: question(), rules: "\(rules)", index: "\(index)") }
    }

    // MARK: Decisions

    /// Asked by ids, and by any addresses that the two have.
    mutating func compare(_ asked: Oracle.Question, spelling: Spelling) throws(Disagreement) {
        let answer = rows.answer(asked, rows.clock)
        reasons[answer.why, default: 0] += 1
        let decision = try compare(asked, answer, rows.clock, spelling: spelling)
        try compareExplained(asked, decision, spelling: spelling)
        try compareByAddress(asked, decision, spelling: spelling)
        try compareLater(asked, decision)
    }

    private mutating func compare(
        _ asked: Oracle.Question, _ answer: Oracle.Answer, _ clock: Oracle.Clock, spelling: Spelling
    ) throws(Disagreement) -> Decision {
        comparisons += 1
        let decision = decide(asked, at: clock, spelling: spelling)
        try Self.agree("\(asked) at \(clock)", rules: Reason(answer.why), index: decision.reason)
        try Self.agree("\(asked) at \(clock): allowed", rules: answer.why.allows, index: decision.allowed)
        let deciding = answer.deciding.map { DelegationID($0) }
        guard decision.delegation.map({ deciding.contains($0) }) ?? deciding.isEmpty else {
            throw Disagreement(
                question: "\(asked) at \(clock): deciding", rules: "any of \(answer.deciding)", index: "\(decision)")
        }
        let sender = answer.sender.map { SenderDisplay($0) }
        try Self.agree("\(asked) at \(clock): sender", rules: sender, index: decision.sender)
        try Self.agree("\(asked) at \(clock): sender's name", rules: answer.senderName, index: decision.senderName)
        return decision
    }

    /// Explain says what Check says, whatever it looked at.
    private func compareExplained(
        _ asked: Oracle.Question, _ decision: Decision, spelling: Spelling
    ) throws(Disagreement) {
        let explained = index.explain(question(asked, spelling), at: Now(rows.clock))
        try Self.agree("\(asked): explained", rules: decision, index: explained.decision)
    }

    /// Whoever has an address is found by it as by the id.
    private mutating func compareByAddress(
        _ asked: Oracle.Question, _ decision: Decision, spelling: Spelling
    ) throws(Disagreement) {
        let account = rows.account(asked.account)?.addresses.last
        let mailbox = rows.box(asked.mailbox)?.address ?? rows.account(asked.mailbox)?.addresses.last
        guard account != nil || mailbox != nil else { return }
        var named = question(asked, spelling)
        if let account { named.account = .address(AddressKey(spelling.spell(address: account))) }
        if let mailbox { named.mailbox = .address(AddressKey(spelling.spell(address: mailbox))) }
        comparisons += 1
        try Self.agree(
            "\(asked) by \(account ?? "id"), \(mailbox ?? "id")", rules: decision,
            index: index.decide(named, at: Now(rows.clock)))
    }

    /// While nothing but time passes, the answer is what it is until the time that it says; and then it is what the rules say.
    private mutating func compareLater(_ asked: Oracle.Question, _ decision: Decision) throws(Disagreement) {
        let now = rows.clock.latest
        guard rows.clock.earliest == now else { return }
        let until = decision.expireTime ?? Histories.end
        if decision.expireTime != nil, until <= now {
            throw Disagreement(question: "\(asked) at \(now)", rules: "an answer that holds", index: "\(decision)")
        }
        guard until > now else { return }
        for time in [until - 1, now + (until - now) / 2] {
            let clock = Oracle.Clock(earliest: time, latest: time)
            let later = try compare(asked, rows.answer(asked, clock), clock, spelling: .written)
            try Self.agree("\(asked) at \(time), before its end", rules: decision, index: later)
        }
        let clock = Oracle.Clock(earliest: until, latest: until)
        _ = try compare(asked, rows.answer(asked, clock), clock, spelling: .written)
    }

    func decide(_ asked: Oracle.Question, at clock: Oracle.Clock, spelling: Spelling = .written) -> Decision {
        index.decide(question(asked, spelling), at: Now(clock))
    }

    private func question(_ asked: Oracle.Question, _ spelling: Spelling) -> Question {
        Question(
            account: .id(AccountID(asked.account)), mailbox: .id(MailboxID(asked.mailbox)), right: Rights(asked.right),
            folder: asked.folder.flatMap { try? FolderPath(spelling.spell(folder: $0)) },
            operation: asked.deed.map { FolderOperation($0) })
    }

    /// An address that nobody has names nobody, and one that somebody has names nobody else.
    mutating func compareAddresses(spelling: Spelling) throws(Disagreement) {
        let askers = [1, 2].compactMap { organization in
            rows.accounts.first { Oracle.organization(of: $0.id) == organization }?.id
        }
        for address in Histories.addresses + Histories.boxAddresses {
            let key = AddressKey(spelling.spell(address: address))
            let nowhere = IDOrAddress.id(MailboxID(999))
            comparisons += 1 + askers.count
            let named = Question(account: .address(key), mailbox: nowhere, right: .open)
            try Self.agree(
                "\(address) as an account", rules: rows.account(at: address) == nil ? Reason.noSuchAccount : .noSuchMailbox,
                index: index.decide(named, at: Now(rows.clock)).reason)
            for asker in askers {
                let mailbox = rows.mailbox(at: address).map { .id(MailboxID($0)) } ?? nowhere
                let (byID, byAddress) = (
                    Question(account: .id(AccountID(asker)), mailbox: mailbox, right: .open),
                    Question(account: .id(AccountID(asker)), mailbox: .address(key), right: .open)
                )
                try Self.agree(
                    "\(address) as a mailbox for \(asker)", rules: index.decide(byID, at: Now(rows.clock)),
                    index: index.decide(byAddress, at: Now(rows.clock)))
            }
        }
    }
}
