internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    /// Removes a member. When this has answered, no follower allows through the membership (D17).
    func removeGroupMember(_ request: RemoveGroupMemberRequest, _ call: Call) throws(Status) -> Answer<RemoveGroupMemberResponse>
    {
        .later { [identity] in
            try await answering {
                try Field.id(request.groupId, "group_id")
                try Field.id(request.memberId, "member_id")
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence(
                            "group.member_removed", "group", request.groupId, subject: request.memberId,
                            requestID: request.requestId, validateOnly: request.validateOnly),
                        takesAway: true)
                ) { write, administration in
                    let group = try administration.group(request.groupId)
                    guard let member = try write.tx.member(request.memberId, of: GroupID(group.id)) else {
                        try write.tx.candidate(request.memberId, for: group)
                        return RemoveGroupMemberResponse(unchanged: true)
                    }
                    try write.tx.delete(member)
                    let event = try write.report(
                        in: group.organizationId, [EventChange("member", member.memberId, "")].compactMap { $0 })
                    return RemoveGroupMemberResponse(eventId: event)
                }
            }
        }
    }
}
