internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension GroupHandler {
    /// Adds an account or a group. It can give access, so the method declares delegations: edit (C9).
    func addGroupMember(
        _ request: AddGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMemberResponse> {
        identity.changing(request, call) { write, administration in
            let tx = write.tx
            let group = try administration.group(request.groupId)
            if group.state == .deleted { throw Refusal.groupDeleted }
            // What is there is there, whatever has become of the member since.
            if let there = try write.changing(tx.member(request.memberId, of: GroupID(group.id))) {
                return AddGroupMemberResponse(member: there, unchanged: true)
            }
            try judgeMember(request.memberId, of: group, tx)
            let member = try tx.insert(
                GroupMember(
                    groupId: group.id, memberId: request.memberId, organizationId: group.organizationId,
                    createTime: Timestamp(microsecondsSince1970: tx.now)))
            try write.report(nil, member)
            return AddGroupMemberResponse(member: member)
        }
    }
}

/// It exists, in the same organization; an account is active (B2), a group is no tombstone (B3) and makes no cycle (B10).
private func judgeMember(_ id: String, of group: Group, _ tx: Transaction) throws {
    switch try tx.candidate(id, for: group) {
    case .account(let account):
        try tx.standing(of: account).mayJoinGroup()
    case .group(let subgroup):
        if subgroup.state == .deleted { throw Refusal.groupDeleted }
        let wouldCycle = try GroupNesting.wouldCycle(adding: GroupID(id), to: GroupID(group.id)) {
            (group: GroupID) throws(SQLError) in try tx.subgroups(of: group)
        }
        if wouldCycle { throw Refusal(.groupCycle, "the group would contain itself") }
    }
}

/// What can be a member.
enum Candidate {
    case account(Account)
    case group(Group)
}

extension Transaction {
    /// Refuses what is not there, and what belongs to another organization: alike when it is added and when it is removed.
    @discardableResult
    func candidate(_ id: String, for group: Group) throws -> Candidate {
        let (candidate, organization): (Candidate, String)
        if let account = try account(AccountID(id)) {
            (candidate, organization) = (.account(account), account.organizationId)
        } else if let subgroup = try self.group(GroupID(id)) {
            (candidate, organization) = (.group(subgroup), subgroup.organizationId)
        } else {
            throw Refusal.notFound
        }
        guard organization == group.organizationId else {
            throw Refusal(.crossOrganization, "group and member belong to different organizations")
        }
        return candidate
    }
}
