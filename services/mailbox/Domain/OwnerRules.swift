/// Why an account does not come to own a registered mailbox (rule D8).
package enum OwnerRefusal: Error, Hashable, Sendable {
    /// Nor is one of another organization there (rule D28).
    case noSuchAccount
    /// It is invited, suspended or deleted.
    case wrongState(AccountState)
    /// It does nothing, so it owns nothing.
    case functional
}

extension AccessIndex {
    /// Refuses an account that may not come to own a mailbox of the organization. Identity, which is asked for the mailbox's
    /// address, judges the same in its own write; here it is judged first, for another organization's is not to be told of.
    package func judgeOwner(_ account: AccountID, of organization: OrganizationID) throws(OwnerRefusal) {
        guard let place = directories.accounts.place(of: account.bits), place.organization === known(organization) else {
            throw .noSuchAccount
        }
        let facts = place.organization.read { $0.facts[Int(place.handle)] }
        switch facts.state {
        case .absent: throw .noSuchAccount
        case .invited, .suspended, .deleted: throw .wrongState(facts.state)
        case .active: if facts.type == .functional { throw .functional }
        }
    }

    /// The system operations that an account holds neither by itself nor by groups that it is in (rule D10): all of them of one
    /// that does not act.
    package func missingOperations(of account: AccountID, at now: Now) -> [SystemOperation] {
        guard let place = directories.accounts.place(of: account.bits) else { return SystemOperation.allCases }
        return place.organization.read { state in
            state.acts(place.handle) ? state.missingOperations(place.handle, at: now) : SystemOperation.allCases
        }
    }
}
