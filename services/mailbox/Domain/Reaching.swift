// Whether an account's access to a mailbox has ended, or only counts for nothing for now: what it has there, as a signature,
// goes with the first and stays with the second (rule D13).

extension AccessIndex {
    /// Whether the account owns the mailbox, or a delegation reaches it that is not over and gives something.
    ///
    /// What only pauses is not asked: a state but deleted, a delegation that is frozen or has not begun, sharing, plan and
    /// network. `without` is a grantee whose delegation of the mailbox is left out, as one that is being taken away. Of an
    /// account that nobody has told of nothing is known, so it is reached. `time`: microseconds UTC; a delegation has ended by
    /// a clock that is accepted.
    package func isReached(
        _ account: AccountID, in mailbox: MailboxID, without gone: Grantee? = nil, at time: Int64
    ) -> Bool {
        guard let place = directories.accounts.place(of: account.bits) else { return true }
        let other = directories.accounts.place(of: mailbox.bits)
        let group: UInt32? =
            if case .group(let id) = gone { directories.groups.place(of: id.bits)?.handle } else { nil }
        return place.organization.read { state in
            guard let other, other.organization === place.organization else { return false }
            let without =
                switch gone {
                case .account(account): place.handle
                case .group: group.map { $0 | DelegationTable.groupBit }
                case .account, nil: nil as UInt32?
                }
            return state.isReached(place.handle, in: other.handle, without: without, at: Now(time))
        }
    }
}

extension OrganizationState {
    fileprivate func isReached(_ account: UInt32, in mailbox: UInt32, without gone: UInt32?, at now: Now) -> Bool {
        if facts[Int(account)].state == .deleted { return false }
        if owns(account, mailbox) { return true }
        if facts[Int(mailbox)].state == .deleted { return false }
        if gone != account, let direct = delegation(of: mailbox, to: account), lasts(direct, at: now) { return true }
        var isReached = false
        forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, group, _ in
            if gone != group | DelegationTable.groupBit, lasts(position, at: now) { isReached = true }
        }
        return isReached
    }

    private func lasts(_ position: Int, at now: Now) -> Bool {
        !delegations[position].rights.isEmpty && delegations.window(position).phase(at: now) != .over
    }
}
