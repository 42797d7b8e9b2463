internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension GroupHandler {
    /// Adds an account or a group. It can give access, so the method declares delegations: edit (C9).
    func addGroupMember(_ request: AddGroupMemberRequest, _ call: Call) throws(Status) -> Answer<AddGroupMemberResponse> {
        .later { [identity] in
            try await answering {
                try Field.id(request.groupId, "group_id")
                try Field.id(request.memberId, "member_id")
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence(
                            "group.member_added", "group", request.groupId, subject: request.memberId,
                            requestID: request.requestId, validateOnly: request.validateOnly))
                ) { write, administration in
                    try add(request.memberId, to: request.groupId, write, administration)
                }
            }
        }
    }
}

private func add(
    _ memberID: String, to groupID: String, _ write: Write, _ administration: Administration
) throws -> AddGroupMemberResponse {
    let tx = write.tx
    let group = try administration.group(groupID)
    // What is there is there, whatever has become of the member since.
    if let there = try tx.member(memberID, of: GroupID(group.id)) {
        return AddGroupMemberResponse(member: there, unchanged: true)
    }
    try judgeMember(memberID, of: group, tx)
    let member = GroupMember(
        groupId: group.id, memberId: memberID, organizationId: group.organizationId,
        createTime: Timestamp(microsecondsSince1970: tx.now))
    try tx.insert(member)
    let event = try write.report(
        in: group.organizationId, [EventChange("member", "", memberID)].compactMap { $0 })
    return AddGroupMemberResponse(member: member, eventId: event)
}

/// It exists, in the same organization; an account is active (B2), a group makes no cycle (B10).
private func judgeMember(_ id: String, of group: Group, _ tx: Transaction) throws {
    switch try tx.candidate(id, for: group) {
    case .account(let account):
        try account.standing().mayJoinGroup()
    case .group:
        let wouldCycle = try GroupNesting.wouldCycle(adding: GroupID(id), to: GroupID(group.id)) {
            (group: GroupID) throws(SQLError) in try tx.subgroups(of: group)
        }
        if wouldCycle { throw Refusal(.groupCycle, "the group would contain itself") }
    }
}

/// What can be a member.
enum Candidate {
    case account(Account)
    case group
}

extension Transaction {
    /// Refuses what is not there, and what belongs to another organization: alike when it is added and when it is removed.
    @discardableResult
    func candidate(_ id: String, for group: Group) throws -> Candidate {
        let (candidate, organization): (Candidate, String)
        if let account = try account(AccountID(id)) {
            (candidate, organization) = (.account(account), account.organizationId)
        } else if let subgroup = try self.group(GroupID(id)) {
            (candidate, organization) = (.group, subgroup.organizationId)
        } else {
            throw Refusal.notFound
        }
        guard organization == group.organizationId else {
            throw Refusal(.crossOrganization, "group and member belong to different organizations")
        }
        return candidate
    }
}
