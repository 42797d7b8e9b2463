package import IdentityDomain
package import Messages
package import SQL

/// Who may become a member of a group, as far as a rule asks: read without the rest of the row, for a call can name fifty
/// thousand.
package struct Candidate: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case account(Standing.State)
        case group(GroupState)
    }

    package let organization: String
    package let state: State

    package init(organization: String, state: State) {
        self.organization = organization
        self.state = state
    }
}

extension Connection {
    /// An account or a group by its id; nil when it is neither.
    package func candidate(_ id: String) throws(SQLError) -> Candidate? {
        if id.hasPrefix("grp_") {
            return try first("SELECT organization_id, state FROM groups WHERE id = ?", [.text(id)]) {
                Candidate(
                    organization: $0.text(0), state: .group(GroupState(rawValue: Int32(truncatingIfNeeded: $0.integer(1)))))
            }
        }
        let account = try first("SELECT organization_id, state FROM accounts WHERE id = ?", [.text(id)]) {
            (organization: $0.text(0), state: $0.integer(1))
        }
        guard let account else { return nil }
        guard let state = Standing.State(rawValue: account.state) else {
            throw SQLError(.corrupt, "account \(id) has state \(account.state)")
        }
        return Candidate(organization: account.organization, state: .account(state))
    }
}
