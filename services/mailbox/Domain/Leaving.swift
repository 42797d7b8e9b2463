// What an account has that somebody else is to have, or nobody, when it leaves.

extension AccessIndex {
    /// So many at most of the delegations given to an account itself, whatever they count for.
    package func grants(to account: AccountID, limit: Int) -> [DelegationKey] {
        guard let place = directories.accounts.place(of: account.bits) else { return [] }
        return place.organization.read { $0.grants(to: place.handle, limit) }
    }

    /// Whether identity says that it is in use.
    package func isActive(_ account: AccountID) -> Bool {
        guard let place = directories.accounts.place(of: account.bits) else { return false }
        return place.organization.read { $0.facts[Int(place.handle)].state == .active }
    }

    /// How many there are.
    package func grantCount(to account: AccountID) -> Int {
        guard let place = directories.accounts.place(of: account.bits) else { return 0 }
        return place.organization.read { state in
            var count = 0
            state.forEachDelegation(to: place.handle) { _ in count += 1 }
            return count
        }
    }

    /// Whether one of them is of an administrator's own mailbox that only some may change the delegates of (rule C6).
    package func hasGuardedGrant(to account: AccountID) -> Bool {
        guard let place = directories.accounts.place(of: account.bits) else { return false }
        return place.organization.read { state in
            var isGuarded = false
            state.forEachDelegation(to: place.handle) { position in
                isGuarded = isGuarded || state.isGuarded(state.delegations[position].mailbox)
            }
            return isGuarded
        }
    }

    /// The registered mailboxes that it owns.
    package func registered(by account: AccountID) -> [MailboxID] {
        guard let place = directories.accounts.place(of: account.bits) else { return [] }
        return place.organization.read { state in
            state.registrations.owned(by: place.handle).map { state.accounts[Int($0)].id.mailbox }
        }
    }
}

extension OrganizationState {
    fileprivate func grants(to account: UInt32, _ limit: Int) -> [DelegationKey] {
        var found: [DelegationKey] = []
        var mailbox = firstGrant(of: account)
        while mailbox != DelegationTable.none, found.count < limit {
            if !clearing.covers(mailbox: mailbox, grantee: account) {
                found.append(
                    DelegationKey(mailbox: accounts[Int(mailbox)].id.mailbox, grantee: .account(accounts[Int(account)].id)))
            }
            mailbox = delegations[delegations.linked(mailbox: mailbox, grantee: account)].nextOfGrantee
        }
        return found
    }
}
