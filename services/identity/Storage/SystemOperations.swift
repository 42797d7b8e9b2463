package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension SystemOperationHolding: Resource {}

/// A holding is given and taken, and never changed: it has no revision.
let operationTable = Table<SystemOperationHolding>(
    "system_operations",
    [
        key, .text("organization_id", \.organizationId).fixed, .text("holder_id", \.holderId).fixed,
        .number("operation", \.operation).fixed, .text("granted_by", \.grantedBy).fixed,
        .time("create_time", \.createTime).fixed,
    ],
    organization: { $0.organizationId }, id: { $0.changeID })

/// One column, for pages go on behind one: by holder, then by operation.
private let key = Column<SystemOperationHolding>("id", value: { .text($0.changeID) }, read: { _, _, _ in }).key

private let byPair = operationTable.lookup("holder_id", "operation")
private let pages = operationTable.pages(
    within: "organization_id", behind: "id",
    among: """
        holder_id NOT IN (
            SELECT groups.id FROM groups WHERE groups.id = system_operations.holder_id AND groups.state = 2)
        """)
private let rowsOfHolder = operationTable.pages(within: "holder_id", behind: "id")

extension Connection {
    /// The row, also of a group that is deleted.
    package func holding(
        _ operation: SystemOperation, of holderID: String
    ) throws(SQLError) -> SystemOperationHolding? {
        try byPair.find([.text(holderID), .integer(Int64(operation.rawValue))], self)
    }

    /// Of an account or a group: one for each operation at most.
    package func holdings(of holderID: String) throws(SQLError) -> [SystemOperationHolding] {
        try rowsOfHolder.read(self, within: .text(holderID), after: "", limit: .max)
    }

    /// Of an organization, by holder and operation, without those of groups that are deleted.
    package func holdings(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [SystemOperationHolding] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ holding: SystemOperationHolding) throws(SQLError) -> SystemOperationHolding {
        try operationTable.insert(holding, self)
    }

    /// Removes it and tells the followers.
    package func delete(_ holding: SystemOperationHolding) throws(SQLError) { try operationTable.delete(holding, self) }
}

extension SystemOperationHolding {
    /// `acc_…/shared_account_setup`: what names a holding in the feed, so that one that is gone says whose it was.
    package var changeID: String { holderId + "/" + operation.shortName.lowercased() }
}
