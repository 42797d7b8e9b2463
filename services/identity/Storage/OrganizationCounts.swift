package import IdentityDomain
package import Messages
package import SQL

// How many there are of what, for the page about an organization. Counted when somebody asks, by indexes alone: a number that
// every change kept would make every change dearer for a page that few look at.

extension Connection {
    /// Of each type and state that there is.
    package func accountCounts(of organization: OrganizationID) throws(SQLError) -> [AccountCount] {
        try rows(
            """
            SELECT account_type, state, count(*) FROM accounts WHERE organization_id = ?
            GROUP BY account_type, state ORDER BY account_type, state
            """,
            [.text(organization.text)]
        ) {
            AccountCount(
                accountType: AccountType(rawValue: Int32($0.int(0))), state: AccountState(rawValue: Int32($0.int(1))),
                count: Int32($0.int(2)))
        }
    }

    /// Without those that are deleted.
    package func groupCount(of organization: OrganizationID) throws(SQLError) -> Int {
        try first(
            "SELECT count(*) FROM groups WHERE organization_id = ? AND state = ?",
            [.text(organization.text), .integer(Int64(GroupState.active.rawValue))]
        ) { $0.int(0) } ?? 0
    }
}
