internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    /// Adds an account or a group. It can give access, so the method declares delegations: edit (C9).
    func addGroupMember(
        _ request: AddGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMemberResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let group = try administration.group(request.groupId)
            let joining = try Joining(group, write.tx, at: identity.clock())
            let end = try Field.end(request.expireTime)
            let there = try write.changing(write.tx.member(request.memberId, of: GroupID(group.id)))
            let step = try joining.step(request.memberId, until: end, there)
            let member = try identity.store(step, in: group, until: end, write)
            return AddGroupMemberResponse(member: member, unchanged: step.isNothing)
        }
    }

    /// All or none.
    func addGroupMembers(
        _ request: AddGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMembersResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let group = try administration.group(request.groupId)
            let joining = try Joining(group, write.tx, at: identity.clock())
            let end = try Field.end(request.expireTime)
            // The same for all: no member is named for it.
            try MembershipEnd.judge(end?.microsecondsSince1970, latest: identity.clock().latest)
            let steps = try Status.refusingMembers(request.memberIds.eachOnce) { id in
                try joining.step(id, until: end, write.tx.member(id, of: GroupID(group.id)))
            }
            var answer = AddGroupMembersResponse()
            for step in steps {
                switch step {
                case .nothing: answer.unchangedCount += 1
                case .join: answer.addedCount += 1
                case .another: answer.changedCount += 1
                }
                _ = try identity.store(step, in: group, until: end, write)
            }
            answer.unchanged = answer.addedCount + answer.changedCount == 0
            return answer
        }
    }
}

extension Joining.Step {
    fileprivate var isNothing: Bool {
        if case .nothing = self { true } else { false }
    }
}
