package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension GroupMember: Resource {}

/// Made and removed, and never changed: a membership has no revision.
let memberTable = Table<GroupMember>(
    "group_members",
    [
        .text("group_id", \.groupId).key, .text("member_id", \.memberId).key,
        .text("organization_id", \.organizationId).fixed, .time("create_time", \.createTime).fixed,
    ],
    organization: { $0.organizationId }, id: { $0.changeID })

private let byPair = memberTable.lookup("group_id", "member_id")
private let pages = memberTable.pages(within: "group_id", behind: "member_id")

extension Connection {
    package func member(_ memberID: String, of group: GroupID) throws(SQLError) -> GroupMember? {
        try byPair.find([.text(group.text), .text(memberID)], self)
    }

    /// Direct members in the order of their ids.
    package func members(of group: GroupID, after id: String, limit: Int) throws(SQLError) -> [GroupMember] {
        try pages.read(self, within: .text(group.text), after: id, limit: limit)
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

    /// Removes it and tells the followers.
    package func delete(_ member: GroupMember) throws(SQLError) { try memberTable.delete(member, self) }
}

extension GroupMember {
    /// `grp_…/acc_…`: what names a membership in the feed.
    package var changeID: String { groupId + "/" + memberId }
}
