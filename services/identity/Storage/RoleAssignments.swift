package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension RoleAssignment: Resource {}

/// Made and removed, and never changed.
let assignmentTable = Table<RoleAssignment>(
    "role_assignments",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("account_id", \.accountId).fixed,
        .text("role_id", \.roleId).fixed, .text("unit_id", \.unitId).fixed, .time("create_time", \.createTime).fixed,
        .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

private let byRole = assignmentTable.lookup("account_id", "role_id", "unit_id")
private let pages = assignmentTable.pages(within: "organization_id", behind: "id")
private let pagesOfAccount = assignmentTable.pages(within: "account_id", behind: "id")

extension Connection {
    /// Of an organization, in the order of their ids.
    package func assignments(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [RoleAssignment] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// Of an account, in the order of their ids.
    package func assignments(
        of account: AccountID, after id: String = "", limit: Int = .max
    ) throws(SQLError) -> [RoleAssignment] {
        try pagesOfAccount.read(self, within: .text(account.text), after: id, limit: limit)
    }

    package func assignment(of role: AssignedRole, to account: AccountID) throws(SQLError) -> RoleAssignment? {
        try byRole.find([.text(account.text), .text(role.role.text), .text(role.unit?.text ?? "")], self)
    }

    /// What rules decide on of an account, with its roles.
    package func standing(of account: Account) throws(SQLError) -> Standing {
        let isAdministrator = account.accountType == .administrator
        let assignments = isAdministrator ? try self.assignments(of: AccountID(account.id)) : []
        return try account.standing(assignments.map(\.assigned))
    }

    /// Each once, in order.
    func roleIDs(of account: AccountID) throws(SQLError) -> [String] {
        try rows(
            "SELECT DISTINCT role_id FROM role_assignments WHERE account_id = ? ORDER BY role_id", [.text(account.text)]
        ) { $0.text(0) }
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored. The account is to be updated in the same write: it shows its
    /// roles, so its etag must change with them.
    @discardableResult
    package func insert(_ assignment: RoleAssignment) throws(SQLError) -> RoleAssignment {
        try assignmentTable.insert(assignment, self)
    }

    /// Removes it and tells the followers; for the account as `insert`.
    package func delete(_ assignment: RoleAssignment) throws(SQLError) { try assignmentTable.delete(assignment, self) }
}

extension RoleAssignment {
    package var assigned: AssignedRole {
        AssignedRole(RoleID(roleId), in: unitId.isEmpty ? nil : UnitID(unitId))
    }
}
