// What an account has, put together from answers to single questions.
extension Oracle {
    /// What an account can do in a mailbox; nil for nothing.
    struct Access: Sendable {
        var isOwner: Bool
        /// In the mailbox as a whole.
        var rights: [Right]
        /// What may be done in which of the folders asked about.
        var inFolders: [Question]
        /// The grants that give any of that, by id.
        var grants: [Int]
    }

    func access(_ account: Int, _ mailbox: Int, folders: [String], _ clock: Clock) -> Access? {
        let whole = Right.allCases.map { Question(account: account, mailbox: mailbox, right: $0) }
        let first = answer(whole[0], clock)
        if first.why == .allowedOwner { return Access(isOwner: true, rights: Right.allCases, inFolders: [], grants: []) }
        // What concerns the account or the mailbox is the same for all questions.
        let weighed: [Why] = [
            .allowedGrant, .allowedGroupGrant, .administratorGuarded, .grantFrozen, .grantExpired, .grantNotYet,
            .folderExcluded, .rightMissing,
        ]
        guard weighed.contains(first.why) else { return nil }

        let parts = folders.flatMap { folder in
            Deed.allCases.map { Question(account: account, mailbox: mailbox, right: .open, folder: folder, deed: $0) }
        }
        let policy = policy(Self.organization(of: account))
        let grants = reaching(account, mailbox, clock).filter { row in
            (whole + parts).contains { hindrance(row, $0, policy, clock) == nil }
        }
        if grants.isEmpty { return nil }
        return Access(
            isOwner: false, rights: whole.filter { answer($0, clock).why.allows }.map(\.right),
            inFolders: parts.filter { answer($0, clock).why.allows }, grants: grants.map(\.id).sorted())
    }

    func acts(_ id: Int) -> Bool {
        guard let account = account(id) else { return false }
        return account.state == .active && account.kind != .functional
    }

    private func allows(_ account: Int, _ mailbox: Int, _ right: Right, _ clock: Clock) -> Bool {
        answer(Question(account: account, mailbox: mailbox, right: right), clock).why.allows
    }

    /// Whether it changes the mailbox's settings without being an administrator (D3, D8, D10).
    func setsUp(_ account: Int, _ mailbox: Int, _ clock: Clock) -> Bool {
        guard allows(account, mailbox, .setUp, clock) else { return false }
        return !policy(Self.organization(of: account)).setupNeedsOperations || holdsBothOperations(account, clock)
    }

    /// Whether it changes the mailbox's delegates without being an administrator (D4, D5).
    func manages(_ account: Int, _ mailbox: Int, _ clock: Clock) -> Bool {
        let policy = policy(Self.organization(of: account))
        let why = answer(Question(account: account, mailbox: mailbox, right: .setUp), clock).why
        if policy.ownerGrants, why == .allowedOwner { return true }
        return policy.setUpManages && why.allows && holdsBothOperations(account, clock)
    }

    /// Whether a membership leads from each group of the way to the next, and from the last to the account.
    func leads(_ way: [Int], to account: Int, _ clock: Clock) -> Bool {
        let steps = way.dropFirst().map { Party.group($0) } + [.account(account)]
        return way.allSatisfy(isThere)
            && zip(way, steps).allSatisfy { group, member in
                members.contains { $0.group == group && $0.member == member && $0.end ?? .max > clock.latest }
            }
    }
}
