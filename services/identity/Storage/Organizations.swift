package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Organization: Resource {}

let organizationTable = Table<Organization>(
    "organizations",
    [
        .text("id", \.id).key, .text("display_name", \.displayName), .number("preset", \.preset),
        .text("owner_id", \.ownerId), .truth("roles_enabled", \.rolesEnabled), .text("external_id", \.externalId),
        .time("create_time", \.createTime).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.id }, id: { $0.id })

private let byID = organizationTable.lookup("id")
private let byExternalID = organizationTable.lookup(whereNotEmpty: "external_id")
private let pages = organizationTable.pages(behind: "id")

extension Connection {
    package func organization(_ id: OrganizationID) throws(SQLError) -> Organization? {
        try byID.find([.text(id.text)], self)
    }

    package func organization(externalID: String) throws(SQLError) -> Organization? {
        try byExternalID.find([.text(externalID)], self)
    }

    /// In the order of their ids.
    package func organizations(after id: String, limit: Int) throws(SQLError) -> [Organization] {
        try pages.read(self, after: id, limit: limit)
    }

    /// Those that one of the external ids names, each once, in the order of their ids.
    package func organizations(externalIDs: [String]) throws(SQLError) -> [Organization] {
        try organizationTable.named([Names(externalIDs, byExternalID)], self)
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ organization: Organization) throws(SQLError) -> Organization {
        try organizationTable.insert(organization, self)
    }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored. Both accounts of
    /// another owner are to be updated in the same write: they show who it is.
    package func update(_ organization: Organization) throws(SQLError) -> Organization {
        try organizationTable.update(organization, self)
    }
}
