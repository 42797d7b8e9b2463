@testable import MailboxDomain

// Every method that reads agrees with the single decisions, pair by pair.
extension Comparison {
    var now: Now { Now(rows.clock) }

    /// What an account's list holds, whole and in pages.
    mutating func compareList(of account: Int, pages limit: Int) throws(Disagreement) {
        let listed = index.accessible(to: AccountID(account), after: nil, limit: 100, at: now)
        try Self.agree("list of \(account): is there", rules: rows.account(account) != nil, index: listed != nil)
        guard let listed else { return }
        var expected: [Int] = []
        for mailbox in Histories.mailboxes {
            comparisons += 1
            guard let access = rows.access(account, mailbox, folders: Histories.folders, rows.clock) else { continue }
            expected.append(mailbox)
            guard let held = listed.first(where: { $0.mailbox.id == MailboxID(mailbox) }) else { continue }
            try compare(held, access, of: account, "\(mailbox) in the list of \(account)")
            try compareSender(held, account, mailbox)
            try Self.agree(
                "what \(account) has in \(mailbox)", rules: [held],
                index: index.accessible(to: AccountID(account), in: MailboxID(mailbox), at: now))
        }
        // Its own first, then by id.
        let inOrder = expected.filter { $0 == account } + expected.filter { $0 != account }
        try Self.agree("list of \(account)", rules: inOrder.map { MailboxID($0) }, index: listed.map(\.mailbox.id))
        try comparePages(account, listed, limit)
    }

    private func compare(
        _ held: AccessibleMailbox, _ access: Oracle.Access, of account: Int, _ what: String
    ) throws(Disagreement) {
        try Self.agree("\(what): as owner", rules: access.isOwner, index: held.owner)
        try Self.agree("\(what): rights", rules: Rights(oracle: access.rights), index: held.rights)
        try Self.agree("\(what): by", rules: access.grants.map { DelegationID($0) }, index: held.delegations)
        let paths = held.paths.map { path -> DelegationID? in
            switch path {
            case .owner: nil
            case .direct(let grant), .group(let grant, _): grant.delegation
            }
        }
        try Self.agree("\(what): paths", rules: access.isOwner ? [nil] : access.grants.map { DelegationID($0) }, index: paths)
        for case .group(let grant, let through) in held.paths {
            try compareWay(of: grant.delegation, through, to: account, what)
        }
        if access.isOwner { return try Self.agree("\(what): folders", rules: [], index: held.folders) }
        // None are listed where a grant opens all of it, whatever is done there.
        for folder in Histories.folders {
            for deed in Oracle.Deed.allCases {
                let isAllowed = access.inFolders.contains { $0.folder == folder && $0.deed == deed }
                let path = try? FolderPath(folder)
                let isCovered = held.folders.contains { grant in path.map { grant.covers($0, FolderOperation(deed)) } ?? false }
                try Self.agree(
                    "\(what): \(deed) in \(folder)", rules: isAllowed,
                    index: held.folders.isEmpty ? held.rights.contains(.open) : isCovered)
            }
        }
    }

    private func compareSender(_ held: AccessibleMailbox, _ account: Int, _ mailbox: Int) throws(Disagreement) {
        let asked = Question(account: .id(AccountID(account)), mailbox: .id(MailboxID(mailbox)), right: .send)
        let decision = index.decide(asked, at: now)
        try Self.agree("sender of \(account) in \(mailbox)", rules: decision.sender, index: held.sender)
        try Self.agree("sender's name of \(account) in \(mailbox)", rules: decision.senderName, index: held.senderName)
    }

    private func comparePages(_ account: Int, _ whole: [AccessibleMailbox], _ limit: Int) throws(Disagreement) {
        var joined: [AccessibleMailbox] = []
        while let page = index.accessible(to: AccountID(account), after: joined.last?.mailbox.id, limit: limit, at: now),
            !page.isEmpty, joined.count <= whole.count
        {
            joined += page
        }
        try Self.agree("list of \(account) in pages of \(limit)", rules: whole, index: joined)
    }

    /// Who can do something in a mailbox, and by which delegations. The owner needs none.
    mutating func compareWays(to mailbox: Int) throws(Disagreement) {
        let ways = index.ways(to: MailboxID(mailbox), at: now)
        for account in Histories.everybody {
            comparisons += 1
            let access = rows.access(account, mailbox, folders: Histories.folders, rows.clock)
            if access?.isOwner ?? false { continue }
            let theirs = ways.filter { $0.account == AccountID(account) }
            try Self.agree(
                "ways of \(account) to \(mailbox)", rules: (access?.grants ?? []).map { DelegationID($0) },
                index: theirs.map(\.delegation))
            for way in theirs { try compareWay(of: way.delegation, way.through, to: account, "\(account) to \(mailbox)") }
        }
    }

    /// From the group that is the grantee down to one that the account is in itself; empty where it is the grantee.
    private func compareWay(
        of delegation: DelegationID, _ through: [GroupID], to account: Int, _ what: String
    ) throws(Disagreement) {
        guard let row = rows.grants.first(where: { DelegationID($0.id) == delegation }) else { return }
        let way = through.map { Int($0.bits) }
        let isWay =
            switch row.grantee {
            case .account: way.isEmpty
            case .group(let group): way.first == group && rows.leads(way, to: account, rows.clock)
            }
        try Self.agree("\(what) by \(row.id): \(way) leads there", rules: true, index: isWay)
    }

    /// What an account may change in a mailbox, and whether it does anything there.
    mutating func compareManaging(_ account: Int, _ mailbox: Int) throws(Disagreement) {
        let (who, box) = (AccountID(account), MailboxID(mailbox))
        comparisons += 3
        try Self.agree(
            "\(account) manages \(mailbox)", rules: rows.manages(account, mailbox, rows.clock),
            index: index.manages(who, box, at: now))
        try Self.agree(
            "\(account) sets \(mailbox) up", rules: rows.setsUp(account, mailbox, rows.clock),
            index: index.setsUp(who, box, at: now))
        try Self.agree(
            "\(account) uses \(mailbox)", rules: rows.access(account, mailbox, folders: Histories.folders, rows.clock) != nil,
            index: index.uses(who, box, at: now))
    }

    /// What is known of accounts, groups, mailboxes and organizations themselves.
    mutating func compareRows() throws(Disagreement) {
        for account in Histories.everybody {
            comparisons += 2
            let id = AccountID(account)
            try Self.agree("plan of \(account)", rules: rows.plan(of: account), index: index.plan(of: id))
            try Self.agree(
                "\(account) holds both operations", rules: rows.acts(account) && rows.holdsBothOperations(account, rows.clock),
                index: index.holdsOperations(id, at: now))
            let groups = rows.groups(of: account, rows.clock)
            for group in Histories.groups.values.joined() {
                comparisons += 1
                try Self.agree(
                    "\(account) is in \(group)", rules: groups.contains(group),
                    index: index.reaches(.group(GroupID(group)), id, at: now))
            }
        }
        for organization in [1, 2] {
            try Self.agree(
                "policies of \(organization)", rules: Policies(rows.policy(organization)),
                index: index.policies(of: OrganizationID(organization)))
        }
        for mailbox in Histories.mailboxes {
            comparisons += 1
            let settings = rows.settings.first { $0.mailbox == mailbox }
            try Self.agree(
                "settings of \(mailbox)",
                rules: MailboxSettings(sharing: settings?.sharing, sender: settings?.sender.map { SenderDisplay($0) }),
                index: index.settings(of: MailboxID(mailbox)))
            let found = index.mailbox(MailboxID(mailbox))
            let isThere = rows.mailboxExists(mailbox)
            try Self.agree("\(mailbox) is there", rules: isThere, index: found != nil)
            guard isThere else { continue }
            try Self.agree("owner of \(mailbox)", rules: rows.owner(of: mailbox).map { AccountID($0) }, index: found?.owner)
            let isGuarded =
                rows.isAdministratorsOwn(mailbox) && rows.policy(Oracle.organization(of: mailbox)).guardsAdministrators
            try Self.agree("\(mailbox) is guarded", rules: isGuarded, index: found?.isGuarded)
        }
    }
}
