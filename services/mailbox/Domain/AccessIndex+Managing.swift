// Who may change what stands beside the mail in a mailbox: its settings, and its list of delegates.

extension AccessIndex {
    /// Whether the account changes the mailbox's list of delegates without being an administrator: as its owner where the
    /// organization lets owners grant, or as one who sets it up where that is enough (rules D4, D5).
    package func manages(_ account: AccountID, _ mailbox: MailboxID, at now: Now) -> Bool {
        asked(account, mailbox) { $0.manages($1, $2, at: now) }
    }

    /// Whether the account changes the mailbox's settings without being an administrator (rules D3, D8, D10).
    package func setsUp(_ account: AccountID, _ mailbox: MailboxID, at now: Now) -> Bool {
        asked(account, mailbox) { $0.setsUp($1, $2, at: now) }
    }

    /// Whether the account can do anything in the mailbox: as its owner, by any right, or in a folder of it.
    package func uses(_ account: AccountID, _ mailbox: MailboxID, at now: Now) -> Bool {
        asked(account, mailbox) { $0.uses($1, $2, at: now) }
    }

    /// Whether the account holds both system operations, by itself or by groups that it is in (rule D10).
    package func holdsOperations(_ account: AccountID, at now: Now) -> Bool {
        guard let place = directories.accounts.place(of: account.bits) else { return false }
        return place.organization.read { $0.acts(place.handle) && $0.holdsOperations(place.handle, at: now) }
    }

    private func asked(
        _ account: AccountID, _ mailbox: MailboxID,
        _ body: (borrowing OrganizationState, UInt32, UInt32) -> Bool
    ) -> Bool {
        guard let (place, other) = directories.accounts.place(of: account.bits, with: mailbox.bits), let other else {
            return false
        }
        return place.organization.read { body($0, place.handle, other) }
    }

    /// What the organization has decided, as far as this service asks.
    package func policies(of organization: OrganizationID) -> Policies {
        known(organization)?.read { $0.policies } ?? Policies()
    }

    /// What is set for a mailbox.
    package func settings(of mailbox: MailboxID) -> MailboxSettings {
        guard let place = directories.accounts.place(of: mailbox.bits) else { return .none }
        return place.organization.read { $0.settings[place.handle] ?? .none }
    }
}

extension OrganizationState {
    func manages(_ account: UInt32, _ mailbox: UInt32, at now: Now) -> Bool {
        guard acts(account), mailboxExists(mailbox) else { return false }
        if policies.ownerGrants, owns(account, mailbox) { return true }
        return policies.setUpManagesAccess && has(.setUp, account, mailbox, at: now) && holdsOperations(account, at: now)
    }

    func setsUp(_ account: UInt32, _ mailbox: UInt32, at now: Now) -> Bool {
        has(.setUp, account, mailbox, at: now) && (!policies.setupNeedsOperations || holdsOperations(account, at: now))
    }

    func uses(_ account: UInt32, _ mailbox: UInt32, at now: Now) -> Bool {
        guard acts(account), mailboxExists(mailbox) else { return false }
        if owns(account, mailbox) { return true }
        guard stateOfMailbox(mailbox) != .suspended, isShared(mailbox, with: account, at: now) else { return false }
        if let direct = delegation(of: mailbox, to: account), givesSomething(direct, at: now) { return true }
        var isReached = false
        forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, _, _ in
            isReached = isReached || givesSomething(position, at: now)
        }
        return isReached
    }

    func has(_ right: Rights, _ account: UInt32, _ mailbox: UInt32, at now: Now) -> Bool {
        return decide(account: account, mailbox: mailbox, Asked(right), at: now).allowed
    }
}
