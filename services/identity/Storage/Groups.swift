package import IdentityDomain
package import Messages
package import SQL

private let columns = "id, organization_id, display_name, external_id, create_time, revision"
private let memberColumns = "group_id, member_id, organization_id, create_time"

extension Connection {
    package func group(_ id: GroupID) throws(SQLError) -> Group? {
        try first("SELECT \(columns) FROM groups WHERE id = ?", [.text(id.text)], Group.init(row:))
    }

    /// In the order of their ids.
    package func groups(
        of organization: OrganizationID, after id: String, limit: Int
    ) throws(SQLError) -> [Group] {
        try rows(
            "SELECT \(columns) FROM groups WHERE organization_id = ? AND id > ? ORDER BY id LIMIT ?",
            [.text(organization.text), .text(id), Value(limit)], Group.init(row:))
    }

    /// Every group of the installation.
    func eachGroup(_ body: (Group) -> Void) throws(SQLError) {
        try each("SELECT \(columns) FROM groups", []) { (row: any Row) throws(SQLError) -> Bool in
            body(Group(row: row))
            return true
        }
    }

    /// Every membership of the installation.
    func eachMember(_ body: (GroupMember) -> Void) throws(SQLError) {
        try each("SELECT \(memberColumns) FROM group_members", []) { (row: any Row) throws(SQLError) -> Bool in
            body(GroupMember(row: row))
            return true
        }
    }

    package func group(displayName: String, in organization: OrganizationID) throws(SQLError) -> Group? {
        try first(
            "SELECT \(columns) FROM groups WHERE organization_id = ? AND display_name = ?",
            [.text(organization.text), .text(displayName)], Group.init(row:))
    }

    package func group(externalID: String, in organization: OrganizationID) throws(SQLError) -> Group? {
        if externalID.isEmpty { return nil }
        return try first(
            "SELECT \(columns) FROM groups WHERE organization_id = ? AND external_id = ? AND external_id <> ''",
            [.text(organization.text), .text(externalID)], Group.init(row:))
    }

    package func member(_ memberID: String, of group: GroupID) throws(SQLError) -> GroupMember? {
        try first(
            "SELECT \(memberColumns) FROM group_members WHERE group_id = ? AND member_id = ?",
            [.text(group.text), .text(memberID)], GroupMember.init(row:))
    }

    /// Direct members in the order of their ids.
    package func members(of group: GroupID, after id: String, limit: Int) throws(SQLError) -> [GroupMember] {
        try rows(
            "SELECT \(memberColumns) FROM group_members WHERE group_id = ? AND member_id > ? ORDER BY member_id LIMIT ?",
            [.text(group.text), .text(id), Value(limit)], GroupMember.init(row:))
    }

    /// The groups directly in a group: the range of all ids that start with `grp_` (the grave accent follows the underscore).
    package func subgroups(of group: GroupID) throws(SQLError) -> [GroupID] {
        try rows(
            "SELECT member_id FROM group_members WHERE group_id = ? AND member_id >= 'grp_' AND member_id < 'grp`'",
            [.text(group.text)]
        ) { GroupID($0.text(0)) }
    }
}

extension Transaction {
    /// Stores it and tells the followers.
    package func insert(_ group: Group) throws(SQLError) {
        try run(
            "INSERT INTO groups (\(columns)) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .text(group.id), .text(group.organizationId), .text(group.displayName), .text(group.externalId),
                .integer(group.createTime?.microsecondsSince1970 ?? 0), .integer(group.revision),
            ])
        record(ChangeRecord(group))
    }

    /// Stores it and tells the followers.
    package func insert(_ member: GroupMember) throws(SQLError) {
        try run(
            "INSERT INTO group_members (\(memberColumns)) VALUES (?, ?, ?, ?)",
            [
                .text(member.groupId), .text(member.memberId), .text(member.organizationId),
                .integer(member.createTime?.microsecondsSince1970 ?? 0),
            ])
        record(ChangeRecord(member))
    }

    /// Removes it and tells the followers.
    package func delete(_ member: GroupMember) throws(SQLError) {
        try run(
            "DELETE FROM group_members WHERE group_id = ? AND member_id = ?",
            [.text(member.groupId), .text(member.memberId)])
        record(ChangeRecord(removed: member))
    }
}

extension Group {
    init(row: any Row) {
        self.init(
            id: row.text(0), organizationId: row.text(1), displayName: row.text(2), externalId: row.text(3),
            createTime: Timestamp(microsecondsSince1970: row.integer(4)), revision: row.integer(5))
    }
}

extension GroupMember {
    init(row: any Row) {
        self.init(
            groupId: row.text(0), memberId: row.text(1), organizationId: row.text(2),
            createTime: Timestamp(microsecondsSince1970: row.integer(3)))
    }
}
