internal import Messages
package import SQL

extension Connection {
    /// Everything a follower holds, as changes: organizations, their policies, units, accounts, their roles, groups,
    /// members, system operations, tenants, subscriptions, licences, in that order, so that what a change refers to comes
    /// before it.
    package func eachChange(_ body: (ChangeRecord) -> Void) throws(SQLError) {
        try organizationTable.eachRecord(self, body)
        try policiesTable.eachRecord(self, body)
        try unitTable.eachRecord(self, body)
        try accountTable.eachRecord(self, body)
        try assignmentTable.eachRecord(self, body)
        try groupTable.eachRecord(self, body)
        try memberTable.eachRecord(self, body)
        try operationTable.eachRecord(self, body)
        try tenantTable.eachRecord(self, body)
        try subscriptionTable.eachRecord(self, body)
        try licenceTable.eachRecord(self, body)
    }
}
