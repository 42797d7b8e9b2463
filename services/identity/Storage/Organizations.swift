package import IdentityDomain
package import Messages
package import SQL

private let columns = "id, display_name, preset, owner_id, roles_enabled, external_id, create_time, revision"

extension Connection {
    package func organization(_ id: OrganizationID) throws(SQLError) -> Organization? {
        try first("SELECT \(columns) FROM organizations WHERE id = ?", [.text(id.text)], Organization.init(row:))
    }

    /// In the order of their ids.
    package func organizations(after id: String, limit: Int) throws(SQLError) -> [Organization] {
        try rows(
            "SELECT \(columns) FROM organizations WHERE id > ? ORDER BY id LIMIT ?", [.text(id), Value(limit)],
            Organization.init(row:))
    }

    package func organization(externalID: String) throws(SQLError) -> Organization? {
        if externalID.isEmpty { return nil }
        return try first(
            "SELECT \(columns) FROM organizations WHERE external_id = ? AND external_id <> ''", [.text(externalID)],
            Organization.init(row:))
    }

    /// Those that one of the external ids names, each once, in the order of their ids.
    package func organizations(externalIDs: [String]) throws(SQLError) -> [Organization] {
        var byID: [String: Organization] = [:]
        for externalID in externalIDs {
            if let found = try organization(externalID: externalID) { byID[found.id] = found }
        }
        return byID.values.sorted { $0.id < $1.id }
    }
}

extension Transaction {
    /// Stores it and tells the followers.
    package func insert(_ organization: Organization) throws(SQLError) {
        try run(
            "INSERT INTO organizations (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .text(organization.id), .text(organization.displayName), .integer(Int64(organization.preset.rawValue)),
                .text(organization.ownerId), Value(organization.rolesEnabled), .text(organization.externalId),
                .integer(organization.createTime?.microsecondsSince1970 ?? 0), .integer(organization.revision),
            ])
        record(ChangeRecord(organization))
    }
}

extension Organization {
    init(row: any Row) {
        self.init(
            id: row.text(0), displayName: row.text(1), preset: OrganizationPreset(rawValue: Int32(row.integer(2))),
            ownerId: row.text(3), rolesEnabled: row.bool(4), externalId: row.text(5),
            createTime: Timestamp(microsecondsSince1970: row.integer(6)), revision: row.integer(7))
    }
}
