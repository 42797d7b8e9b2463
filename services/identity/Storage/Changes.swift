package import Messages
package import SQL

// What followers learn. Credentials, sessions and invitations are no changes: they never leave this database.

extension ChangeRecord {
    package init(_ organization: Organization) {
        self.init(
            organization: organization.id, id: organization.id, type: Organization.name,
            value: organization.encoded())
    }

    package init(_ account: Account) {
        self.init(
            organization: account.organizationId, id: account.id, type: Account.name, value: account.encoded())
    }

    package init(_ group: Group) {
        self.init(organization: group.organizationId, id: group.id, type: Group.name, value: group.encoded())
    }

    package init(_ member: GroupMember) {
        self.init(
            organization: member.organizationId, id: member.changeID, type: GroupMember.name,
            value: member.encoded())
    }

    package init(removed member: GroupMember) {
        self.init(
            organization: member.organizationId, id: member.changeID, type: GroupMember.name, value: [], deleted: true)
    }
}

extension GroupMember {
    /// `grp_…/acc_…`: what names a membership in the feed.
    package var changeID: String { groupId + "/" + memberId }
}
