internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    /// Removes a member. When this has answered, no follower allows through the membership (D17).
    func removeGroupMember(
        _ request: RemoveGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveGroupMemberResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let group = try administration.group(request.groupId)
            guard let member = try write.changing(write.tx.member(request.memberId, of: GroupID(group.id))) else {
                try write.tx.candidate(request.memberId, for: group)
                return RemoveGroupMemberResponse(unchanged: true)
            }
            try identity.remove(member, as: .groupMemberRemoved, write)
            return RemoveGroupMemberResponse()
        }
    }

    /// All or none.
    func removeGroupMembers(
        _ request: RemoveGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveGroupMembersResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let group = try administration.group(request.groupId)
            let ids = request.memberIds.eachOnce
            let members = try Status.refusingMembers(ids) { id in
                let member = try write.tx.member(id, of: GroupID(group.id))
                if member == nil { try write.tx.candidate(id, for: group) }
                return member
            }.compactMap { $0 }
            for member in members { try identity.remove(member, as: .groupMemberRemoved, write) }
            return RemoveGroupMembersResponse(
                removedCount: Int32(members.count), unchangedCount: Int32(ids.count - members.count),
                unchanged: members.isEmpty)
        }
    }
}
