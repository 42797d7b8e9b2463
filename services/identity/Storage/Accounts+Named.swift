package import IdentityDomain
package import Messages
package import SQL

/// Accounts that are asked for by what they are called: by id, by the key of an address, by external id.
package struct AccountNames: Sendable {
    package var ids: [String]
    /// Of `EmailAddress.key`.
    package var addressKeys: [String]
    package var externalIDs: [String]

    package init(ids: [String], addressKeys: [String], externalIDs: [String]) {
        self.ids = ids
        self.addressKeys = addressKeys
        self.externalIDs = externalIDs
    }
}

extension Connection {
    package func account(externalID: String, in organization: OrganizationID) throws(SQLError) -> Account? {
        if externalID.isEmpty { return nil }
        return try account(
            where: "a.organization_id = ? AND a.external_id = ? AND a.external_id <> ''",
            [.text(organization.text), .text(externalID)])
    }

    /// Those of an organization that one of the names names, each once, in the order of their ids. Every name is one look
    /// into an index.
    package func accounts(of organization: OrganizationID, named names: AccountNames) throws(SQLError) -> [Account] {
        var found: [Account?] = []
        for id in names.ids { found.append(try account(AccountID(id))) }
        for key in names.addressKeys { found.append(try account(addressKey: key)) }
        for externalID in names.externalIDs { found.append(try account(externalID: externalID, in: organization)) }
        var byID: [String: Account] = [:]
        for case let account? in found where account.organizationId == organization.text { byID[account.id] = account }
        return byID.values.sorted { $0.id < $1.id }
    }
}
