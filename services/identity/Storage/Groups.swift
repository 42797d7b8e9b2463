package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Group: Resource {}

let groupTable = Table<Group>(
    "groups",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .number("state", \.state),
        .text("display_name", \.displayName),
        .text("external_id", \.externalId), .time("create_time", \.createTime).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

private let byID = groupTable.lookup("id")
private let byName = groupTable.lookup("organization_id", "display_name", among: "state <> 2")
private let byExternalID = groupTable.lookup("organization_id", whereNotEmpty: "external_id", among: "state <> 2")
private let pages = groupTable.pages(within: "organization_id", behind: "id")

extension Connection {
    package func group(_ id: GroupID) throws(SQLError) -> Group? {
        try byID.find([.text(id.text)], self)
    }

    /// Never a deleted one: its name may be another's.
    package func group(displayName: String, in organization: OrganizationID) throws(SQLError) -> Group? {
        try byName.find([.text(organization.text), .text(displayName)], self)
    }

    /// Never a deleted one.
    package func group(externalID: String, in organization: OrganizationID) throws(SQLError) -> Group? {
        try byExternalID.find([.text(organization.text), .text(externalID)], self)
    }

    /// In the order of their ids.
    package func groups(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [Group] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// Those of an organization that an id names, or, among those that are not deleted, a name or an external id, each once, in the order of their ids.
    package func groups(
        of organization: OrganizationID, ids: [String], displayNames: [String], externalIDs: [String]
    ) throws(SQLError) -> [Group] {
        let within = Value.text(organization.text)
        return try groupTable.named(
            [
                Names(ids, byID), Names(displayNames, byName, within: within),
                Names(externalIDs, byExternalID, within: within),
            ], self
        ) { $0.organizationId == organization.text }
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ group: Group) throws(SQLError) -> Group { try groupTable.insert(group, self) }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored.
    package func update(_ group: Group) throws(SQLError) -> Group { try groupTable.update(group, self) }
}
