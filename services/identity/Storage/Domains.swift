package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Messages.Domain: Resource {}

let domainTable = Table<Messages.Domain>(
    "domains",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("name", \.name).fixed,
        .number("state", \.state), recordValue, .time("create_time", \.createTime).fixed,
        .time("verify_time", \.verifyTime), .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

/// Where the record is to be says the name.
private let recordValue = Column<Messages.Domain>("record_value", value: { .text($0.recordValue) }) { domain, row, at in
    domain.recordValue = row.text(at)
    domain.recordName = DomainClaim.recordName(of: domain.name)
}.fixed

private let byID = domainTable.lookup("id")
private let byName = domainTable.lookup("organization_id", "name")
private let pages = domainTable.pages(within: "organization_id", behind: "id")

extension Connection {
    package func domain(_ id: String) throws(SQLError) -> Messages.Domain? { try byID.find([.text(id)], self) }

    /// What an organization has claimed, by its A-labels.
    package func domain(named name: String, of organization: OrganizationID) throws(SQLError) -> Messages.Domain? {
        try byName.find([.text(organization.text), .text(name)], self)
    }

    /// The organization that has verified it.
    package func owner(ofDomain name: String) throws(SQLError) -> OrganizationID? {
        try first("SELECT organization_id FROM domains WHERE name = ? AND state = 2", [.text(name)]) {
            OrganizationID($0.text(0))
        }
    }

    /// In the order of their ids.
    package func domains(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [Messages.Domain] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// How many an organization has claimed.
    package func domainCount(of organization: OrganizationID) throws(SQLError) -> Int {
        try first("SELECT count(*) FROM domains WHERE organization_id = ?", [.text(organization.text)]) { $0.int(0) } ?? 0
    }
}

extension Transaction {
    /// Returns it as stored.
    package func insert(_ domain: Messages.Domain) throws(SQLError) -> Messages.Domain { try domainTable.insert(domain, self) }

    /// Returns it as stored.
    package func update(_ domain: Messages.Domain) throws(SQLError) -> Messages.Domain { try domainTable.update(domain, self) }

    package func delete(_ domain: Messages.Domain) throws(SQLError) { try domainTable.delete(domain, self) }
}
