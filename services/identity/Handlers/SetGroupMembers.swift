internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension GroupHandler {
    /// The difference is found and judged in a read, for a list can be fifty thousand long and others write meanwhile; then
    /// it is carried out part by part, each judged again in its write. Only the last bears the request id: a call that was
    /// cut off before can be made again, and finds less to do.
    func setGroupMembers(
        _ request: SetGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<SetGroupMembersResponse> {
        .later { [identity] in
            try await answering {
                let mutation = Mutation<SetGroupMembersResponse>(call, request)
                return try await identity.refusing(request, call) {
                    let account = try await identity.authorizer.authorize(
                        call, mutation.access, organization: "", touching: mutation.occurrence.target)
                    return try await identity.setMembers(request, call, mutation, account)
                }
            }
        }
    }
}

extension Identity {
    fileprivate func setMembers(
        _ request: SetGroupMembersRequest, _ call: Call, _ mutation: Mutation<SetGroupMembersResponse>,
        _ account: AuthorizedAccount
    ) async throws -> SetGroupMembersResponse {
        let wanted = try request.wanted
        let difference =
            try await mutator.isAnswered(mutation, account: account)
            ? GroupDifference()
            : try await store.read { [clock] connection in
                let group = try connection.group(GroupID(request.groupId)).found(in: account.organizationID)
                return try GroupDifference(of: group, wanted, connection, at: clock())
            }
        let (parts, last) = difference.parts
        if !request.validateOnly {
            for part in parts {
                try Task.checkCancellation()
                try await mutator.performPart(mutation, account: account) { write in
                    try change(part, of: group(request, call, account, mutation.access, write), write)
                }
            }
        }
        return try await mutator.perform(mutation, account: account) { write in
            let group = try group(request, call, account, mutation.access, write)
            if !difference.isEmpty {
                try write.report(group, group) { event in
                    event.change("members_added", from: "", to: difference.added.eventText)
                    event.change("members_removed", from: "", to: difference.removed.eventText)
                }
            }
            try change(last, of: group, write)
            return SetGroupMembersResponse(
                addedCount: Int32(difference.added), removedCount: Int32(difference.removed),
                unchangedCount: Int32(difference.kept), unchanged: difference.isEmpty)
        }
    }

    /// As each write finds it: who may change it may have changed too.
    private func group(
        _ request: SetGroupMembersRequest, _ call: Call, _ account: AuthorizedAccount, _ access: Access, _ write: Write
    ) throws -> Group {
        let administration = try Administration(
            write, call, account, access, touching: request.occurrence.target, judge.matrix)
        return try administration.group(request.groupId)
    }

    private func change(_ part: ArraySlice<GroupDifference.Change>, of group: Group, _ write: Write) throws {
        let joining = try Joining(group, write.tx, at: clock())
        for change in part {
            switch change {
            case .remove(let id):
                guard let member = try write.tx.member(id, of: GroupID(group.id)) else { continue }
                try remove(member, as: .groupMemberRemoved, write)
            case .add(let id):
                // Who was added meanwhile stays as they are.
                let there = try write.tx.member(id, of: GroupID(group.id))
                if let there, joining.isRunning(there) { continue }
                _ = try store(joining.step(id, until: nil, there), in: group, until: nil, write)
            }
        }
    }
}

extension SetGroupMembersRequest {
    /// Each once. That nobody is left must be said, not left out.
    fileprivate var wanted: [String] {
        get throws(Refusal) {
            if memberIds.isEmpty, !removeAll { throw .missing("member_ids") }
            if !memberIds.isEmpty, removeAll { throw .invalid("remove_all", "member_ids say who stays") }
            return memberIds.eachOnce
        }
    }
}
