package import IdentityDomain
package import Messages
package import SQL

/// Groups that are asked for by what they are called: by id, by name, by external id.
package struct GroupNames: Sendable {
    package var ids: [String]
    package var displayNames: [String]
    package var externalIDs: [String]

    package init(ids: [String], displayNames: [String], externalIDs: [String]) {
        self.ids = ids
        self.displayNames = displayNames
        self.externalIDs = externalIDs
    }
}

extension Connection {
    /// Those of an organization that one of the names names, each once, in the order of their ids. Every name is one look
    /// into an index.
    package func groups(of organization: OrganizationID, named names: GroupNames) throws(SQLError) -> [Group] {
        var found: [Group?] = []
        for id in names.ids { found.append(try group(GroupID(id))) }
        for name in names.displayNames { found.append(try group(displayName: name, in: organization)) }
        for externalID in names.externalIDs { found.append(try group(externalID: externalID, in: organization)) }
        var byID: [String: Group] = [:]
        for case let group? in found where group.organizationId == organization.text { byID[group.id] = group }
        return byID.values.sorted { $0.id < $1.id }
    }
}
