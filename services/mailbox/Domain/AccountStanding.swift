/// What of an account somebody's right in a mailbox can rest on: whether it acts, and whether its mailbox began shared, for
/// `set_up` by a delegation counts only where it is. Its names and addresses are no part of it: nobody may do anything by them.
package struct AccountStanding: Hashable, Sendable {
    package let type: AccountType
    package let state: AccountState
    package let unit: UnitID?
    package let unshared: Bool

    package init(_ account: Account) {
        self.init(type: account.type, state: account.state, unit: account.unit, unshared: account.unshared)
    }

    init(type: AccountType, state: AccountState, unit: UnitID?, unshared: Bool) {
        (self.type, self.state, self.unit, self.unshared) = (type, state, unit, unshared)
    }
}

extension AccessIndex {
    /// Nil for one that is not there.
    package func standing(of account: AccountID) -> AccountStanding? {
        guard let place = directories.accounts.place(of: account.bits) else { return nil }
        return place.organization.read { state in
            let facts = state.facts[Int(place.handle)]
            guard facts.state != .absent else { return nil }
            return AccountStanding(
                type: facts.type, state: facts.state, unit: state.units[place.handle], unshared: facts.beganUnshared)
        }
    }
}
