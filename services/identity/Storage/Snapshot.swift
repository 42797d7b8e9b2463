internal import Messages
package import SQL

extension Connection {
    /// Everything a follower holds, as changes: organizations, accounts, groups, members, in that order, so that what
    /// a change refers to comes before it.
    package func eachChange(_ body: (ChangeRecord) -> Void) throws(SQLError) {
        for organization in try organizations(after: "", limit: Int.max) { body(ChangeRecord(organization)) }
        try eachAccount { (account: Account) throws(SQLError) in body(ChangeRecord(account)) }
        try eachGroup { body(ChangeRecord($0)) }
        try eachMember { body(ChangeRecord($0)) }
    }
}
