@testable import MailboxDomain

// What somebody does on the strength of a decision: opens a mailbox, and sends as its addresses.
extension Comparison {
    /// Whoever can open some folder opens the mailbox; whoever cannot is told why as by Check.
    mutating func compareOpening(_ account: Int, _ mailbox: Int) throws(Disagreement) {
        comparisons += 1
        let opening = index.open(.id(MailboxID(mailbox)), by: .id(AccountID(account)), at: now)
        let access = rows.access(account, mailbox, folders: Histories.folders, rows.clock)
        let isOpen = access.map { $0.rights.contains(.open) || !$0.inFolders.isEmpty } ?? false
        let what = "\(account) opens \(mailbox)"
        try Self.agree(what, rules: isOpen, index: opening.decision.allowed)
        let whole = Oracle.Question(account: account, mailbox: mailbox, right: .open)
        if !isOpen || access?.rights.contains(.open) ?? false {
            try Self.agree("\(what): as decided", rules: decide(whole, at: rows.clock), index: opening.decision)
        }
        let isSeen = rows.account(account) != nil && rows.mailboxExists(mailbox)
        let isNear = Oracle.organization(of: account) == Oracle.organization(of: mailbox)
        try Self.agree("\(what): there is one", rules: isSeen && isNear, index: opening.mailbox != nil)
        let held = index.accessible(to: AccountID(account), in: MailboxID(mailbox), at: now)?.first
        try Self.agree("\(what): what it has there", rules: isOpen ? held : nil, index: opening.access)
    }

    /// Every address of each mailbox that the account may send from, its own mailbox first.
    mutating func compareIdentities(of account: Int, pages limit: Int) throws(Disagreement) {
        var expected: [(address: String, decision: Decision)] = []
        for mailbox in [account] + Histories.mailboxes.filter({ $0 != account }) {
            comparisons += 1
            let asked = Oracle.Question(account: account, mailbox: mailbox, right: .send)
            guard rows.answer(asked, rows.clock).why.allows else { continue }
            let decision = decide(asked, at: rows.clock)
            let addresses = rows.box(mailbox).map { [$0.address] } ?? rows.account(mailbox)?.addresses ?? []
            expected.append((addresses.first ?? "", decision))
            let aliases = addresses.dropFirst().map { Spelling.encoded.spell(address: $0) }
            expected += aliases.sorted().map { ($0, decision) }
        }
        var found: [SenderIdentity] = []
        while let page = index.senderIdentities(of: .id(AccountID(account)), after: found.last?.place, limit: limit, at: now),
            !page.isEmpty, found.count <= expected.count
        {
            found += page
        }
        try Self.agree("\(account) sends as", rules: expected.map(\.address), index: found.map(\.address))
        try Self.agree("\(account) sends as: why", rules: expected.map(\.decision), index: found.map(\.decision))
    }
}
