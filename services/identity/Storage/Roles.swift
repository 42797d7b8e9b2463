package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Role: Resource {}

/// Not followed yet: followers ask identity who may.
private let roleTable = Table<Role>(
    "roles",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("display_name", \.displayName),
        .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

private let byID = roleTable.lookup("id")
private let pages = roleTable.pages(within: "organization_id", behind: "id")

extension Connection {
    /// One that is built in or the organization's own.
    package func role(_ id: RoleID, for organization: OrganizationID) throws(SQLError) -> Role? {
        guard let role = try byID.find([.text(id.text)], self) else { return nil }
        return role.organizationId.isEmpty || role.organizationId == organization.text ? role : nil
    }

    /// Those that are built in and the organization's own, in the order of their ids.
    package func roles(for organization: OrganizationID, after id: String, limit: Int) throws(SQLError) -> [Role] {
        let builtIn = try pages.read(self, within: "", after: id, limit: limit)
        let own = try pages.read(self, within: .text(organization.text), after: id, limit: limit)
        return Array((builtIn + own).sorted { $0.id < $1.id }.prefix(limit))
    }
}
