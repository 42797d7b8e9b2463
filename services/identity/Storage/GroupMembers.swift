package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension GroupMember: Resource {}

/// Only the end of a membership can change: it has no revision.
let memberTable = Table<GroupMember>(
    "group_members",
    [
        .text("group_id", \.groupId).key, .text("member_id", \.memberId).key,
        .text("organization_id", \.organizationId).fixed, .time("create_time", \.createTime).fixed,
        .time("expire_time", \.expireTime),
    ],
    organization: { $0.organizationId }, id: { $0.changeID })

private let byPair = memberTable.lookup("group_id", "member_id")
private let pages = memberTable.pages(
    within: "group_id", behind: "member_id",
    among: """
        member_id NOT IN (
            SELECT groups.id FROM groups WHERE groups.id = group_members.member_id AND groups.state = 2)
        """)
private let groupsOfMember = """
    FROM group_members JOIN groups ON groups.id = group_members.group_id
    WHERE group_members.member_id = ? AND groups.state <> 2
        AND (group_members.expire_time IS NULL OR group_members.expire_time > ?)
    """
private let rowsOfGroup = memberTable.pages(within: "group_id", behind: "member_id")
private let rowsOfMember = memberTable.pages(within: "member_id", behind: "group_id")

extension Connection {
    /// The row, also of a group that is deleted or of a membership that has ended.
    package func member(_ memberID: String, of group: GroupID) throws(SQLError) -> GroupMember? {
        try byPair.find([.text(group.text), .text(memberID)], self)
    }

    /// Direct members in the order of their ids, without groups that are deleted.
    package func members(of group: GroupID, after id: String, limit: Int) throws(SQLError) -> [GroupMember] {
        try pages.read(self, within: .text(group.text), after: id, limit: limit)
    }

    /// Those of a member that have an end.
    package func endingMemberships(of memberID: String) throws(SQLError) -> [GroupMember] {
        try rowsOfMember.read(self, within: .text(memberID), after: "", limit: .max).filter { $0.expireTime != nil }
    }

    /// Every row that names a group: those of its members, and then its own in others.
    package func memberships(naming group: GroupID, limit: Int) throws(SQLError) -> [GroupMember] {
        let own = try rowsOfGroup.read(self, within: .text(group.text), after: "", limit: limit)
        if own.count == limit { return own }
        return try own + memberships(of: group.text, limit: limit - own.count)
    }

    /// The rows of one who is a member.
    package func memberships(of memberID: String, limit: Int) throws(SQLError) -> [GroupMember] {
        try rowsOfMember.read(self, within: .text(memberID), after: "", limit: limit)
    }

    /// The ids of all direct members whose memberships have not ended at this time, without groups that are deleted.
    package func memberIDs(of group: GroupID, at now: Int64) throws(SQLError) -> [String] {
        try rows(
            """
            SELECT member_id FROM group_members
            WHERE group_id = ? AND (expire_time IS NULL OR expire_time > ?) AND member_id NOT IN (
                SELECT groups.id FROM groups WHERE groups.id = group_members.member_id AND groups.state = 2)
            """,
            [.text(group.text), .integer(now)]
        ) { $0.text(0) }
    }

    /// The groups that one is directly in at this time, by id: not those that are deleted.
    package func groups(of memberID: String, at now: Int64, limit: Int = .max) throws(SQLError) -> [GroupID] {
        try rows(
            "SELECT group_members.group_id \(groupsOfMember) ORDER BY group_members.group_id LIMIT ?",
            [.text(memberID), .integer(now), Value(limit)]
        ) { GroupID($0.text(0)) }
    }

    /// How many these are.
    package func groupCount(of memberID: String, at now: Int64) throws(SQLError) -> Int {
        try first("SELECT count(*) \(groupsOfMember)", [.text(memberID), .integer(now)]) { $0.int(0) } ?? 0
    }

    /// The groups that a group is directly in at this time: not those that are deleted.
    package func groups(containing group: GroupID, at now: Int64) throws(SQLError) -> [GroupID] {
        try groups(of: group.text, at: now)
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ member: GroupMember) throws(SQLError) -> GroupMember { try memberTable.insert(member, self) }

    /// Removes all that name an account or a group as the member, and tells the followers by one mark. Returns how many
    /// there were.
    package func deleteMemberships(of memberID: String) throws(SQLError) -> Int {
        let named: [SQL.Value] = [.text(memberID)]
        let organization = try first(
            "SELECT organization_id FROM group_members WHERE member_id = ? LIMIT 1", named
        ) { $0.text(0) }
        guard let organization else { return 0 }
        memberTable.mark(memberID, in: organization, self)
        return try run("DELETE FROM group_members WHERE member_id = ?", named)
    }

    /// Stores its end and tells the followers. Returns it as stored.
    package func update(_ member: GroupMember) throws(SQLError) -> GroupMember { try memberTable.update(member, self) }

    /// Removes it and tells the followers.
    package func delete(_ member: GroupMember) throws(SQLError) { try memberTable.delete(member, self) }
}

extension GroupMember {
    /// `grp_…/acc_…`: what names a membership in the feed.
    package var changeID: String { groupId + "/" + memberId }
}
