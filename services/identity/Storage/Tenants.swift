package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Tenant: Resource {}

let tenantTable = Table<Tenant>(
    "tenants",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("display_name", \.displayName),
        .text("external_id", \.externalId), .time("create_time", \.createTime).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

private let byID = tenantTable.lookup("id")
private let byName = tenantTable.lookup("organization_id", "display_name")
private let byExternalID = tenantTable.lookup("organization_id", whereNotEmpty: "external_id")
private let pages = tenantTable.pages(within: "organization_id", behind: "id")

extension Connection {
    package func tenant(_ id: TenantID) throws(SQLError) -> Tenant? {
        try byID.find([.text(id.text)], self)
    }

    package func tenant(displayName: String, in organization: OrganizationID) throws(SQLError) -> Tenant? {
        try byName.find([.text(organization.text), .text(displayName)], self)
    }

    package func tenant(externalID: String, in organization: OrganizationID) throws(SQLError) -> Tenant? {
        try byExternalID.find([.text(organization.text), .text(externalID)], self)
    }

    /// In the order of their ids.
    package func tenants(of organization: OrganizationID, after id: String, limit: Int) throws(SQLError) -> [Tenant] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    package func insert(_ tenant: Tenant) throws(SQLError) -> Tenant { try tenantTable.insert(tenant, self) }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored.
    package func update(_ tenant: Tenant) throws(SQLError) -> Tenant { try tenantTable.update(tenant, self) }

    /// Removes it and tells the followers.
    package func delete(_ tenant: Tenant) throws(SQLError) { try tenantTable.delete(tenant, self) }
}
