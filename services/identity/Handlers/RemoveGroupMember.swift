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
        identity.changing(request, call) { write, administration in
            let group = try administration.group(request.groupId)
            guard let member = try write.changing(write.tx.member(request.memberId, of: GroupID(group.id))) else {
                try write.tx.candidate(request.memberId, for: group)
                return RemoveGroupMemberResponse(unchanged: true)
            }
            try write.tx.delete(member)
            try write.report(member, nil)
            return RemoveGroupMemberResponse()
        }
    }
}
