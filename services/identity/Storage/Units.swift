package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Unit: Resource {}

let unitTable = Table<Unit>(
    "units",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("parent_id", \.parentId),
        .text("display_name", \.displayName), .text("external_id", \.externalId), .text("default_domain", \.defaultDomain),
        .time("create_time", \.createTime).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id })

private let byID = unitTable.lookup("id")
private let byName = unitTable.lookup("organization_id", "parent_id", "display_name")
private let byExternalID = unitTable.lookup("organization_id", whereNotEmpty: "external_id")
private let pages = unitTable.pages(within: "organization_id", behind: "id")
private let pagesUnder = unitTable.pages(within: "organization_id", "parent_id", behind: "id")
private let pagesOfName = unitTable.pages(within: "organization_id", "display_name", behind: "id")

extension Connection {
    package func unit(_ id: UnitID) throws(SQLError) -> Unit? { try byID.find([.text(id.text)], self) }

    /// Names are unique among those directly under the same unit, and among those at the top, where `parent` is nil.
    package func unit(
        displayName: String, under parent: UnitID?, in organization: OrganizationID
    ) throws(SQLError) -> Unit? {
        try byName.find([.text(organization.text), .text(parent?.text ?? ""), .text(displayName)], self)
    }

    package func unit(externalID: String, in organization: OrganizationID) throws(SQLError) -> Unit? {
        try byExternalID.find([.text(organization.text), .text(externalID)], self)
    }

    /// In the order of their ids.
    package func units(of organization: OrganizationID, after id: String, limit: Int) throws(SQLError) -> [Unit] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// Those directly under one, or at the top, in the order of their ids.
    package func units(
        of organization: OrganizationID, under parent: UnitID?, after id: String, limit: Int
    ) throws(SQLError) -> [Unit] {
        try pagesUnder.read(
            self, within: .text(organization.text), .text(parent?.text ?? ""), after: id, limit: limit)
    }

    /// Those of an organization that an id, a name or an external id names, each once, in the order of their ids. A name can
    /// be several units'.
    package func units(
        of organization: OrganizationID, ids: [String], displayNames: [String], externalIDs: [String]
    ) throws(SQLError) -> [Unit] {
        let within = Value.text(organization.text)
        var found = try unitTable.named(
            [Names(ids, byID), Names(externalIDs, byExternalID, within: within)], self
        ) { $0.organizationId == organization.text }
        for name in displayNames {
            found += try pagesOfName.read(self, within: within, .text(name), after: "", limit: .max)
        }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// From the unit up to the top.
    package func path(of unit: UnitID?) throws(SQLError) -> UnitPath {
        try UnitPath(unit) { (unit) throws(SQLError) in
            let parent = try first("SELECT parent_id FROM units WHERE id = ?", [.text(unit.text)]) { $0.text(0) }
            return parent.flatMap { $0.isEmpty ? nil : UnitID($0) }
        }
    }

    /// How many units stand one under the other from this one down, itself counted; no further than one too many. Costs a
    /// look-up for each unit below it.
    package func levels(from unit: Unit) throws(SQLError) -> Int {
        var (levels, level) = (0, [unit.id])
        while !level.isEmpty, levels <= UnitPath.unitsMax {
            levels += 1
            var below: [String] = []
            for id in level {
                below += try rows(
                    "SELECT id FROM units WHERE organization_id = ? AND parent_id = ?",
                    [.text(unit.organizationId), .text(id)]
                ) { $0.text(0) }
            }
            level = below
        }
        return levels
    }

    /// The administrators that belong to the unit or to one below it. Looks at every administrator of the organization that
    /// is in a unit: few.
    package func administrators(within unit: Unit) throws(SQLError) -> [AccountID] {
        let all = try rows(
            "SELECT id, unit_id FROM accounts WHERE organization_id = ? AND account_type = 2 AND unit_id <> ''",
            [.text(unit.organizationId)]
        ) { (AccountID($0.text(0)), UnitID($0.text(1))) }
        var within: [AccountID] = []
        for (account, place) in all where try path(of: place).isWithin(UnitID(unit.id)) { within.append(account) }
        return within
    }

    /// How many units have that default domain, by its A-labels.
    package func unitCount(of organization: OrganizationID, defaultDomain: String) throws(SQLError) -> Int {
        try first(
            "SELECT count(*) FROM units WHERE organization_id = ? AND default_domain = ? AND default_domain <> ''",
            [.text(organization.text), .text(defaultDomain)]
        ) { $0.int(0) } ?? 0
    }

    package func contents(of unit: Unit) throws(SQLError) -> UnitContents {
        let id = Value.text(unit.id)
        func count(_ sql: String, _ values: [Value]) throws(SQLError) -> Int {
            try first(sql, values) { $0.int(0) } ?? 0
        }
        return UnitContents(
            units: try count(
                "SELECT count(*) FROM units WHERE organization_id = ? AND parent_id = ?", [.text(unit.organizationId), id]),
            accounts: try count("SELECT count(*) FROM accounts WHERE unit_id = ? AND unit_id <> ''", [id]),
            roleAssignments: try count("SELECT count(*) FROM role_assignments WHERE unit_id = ? AND unit_id <> ''", [id]))
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ unit: Unit) throws(SQLError) -> Unit { try unitTable.insert(unit, self) }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored.
    package func update(_ unit: Unit) throws(SQLError) -> Unit { try unitTable.update(unit, self) }

    /// Removes it and tells the followers. Nothing may belong to it.
    package func delete(_ unit: Unit) throws(SQLError) { try unitTable.delete(unit, self) }
}

extension Unit {
    /// The unit directly above it; nil at the top.
    package var parent: UnitID? { parentId.isEmpty ? nil : UnitID(parentId) }
}
