internal import Contract
package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
package import SQL

extension DueKind {
    /// Of a group that is deleted: its id is the key.
    package static let groupClear = DueKind("group.clear")
}

extension GroupHandler {
    /// Makes a group a tombstone (B3). That alone takes effect, at once and for however many members: a follower lets nobody
    /// through a group that is deleted, and here no rule counts its memberships. So there is no mark besides: it would say
    /// the same once more, and followers would take every member out under one lock.
    func deleteGroup(_ request: DeleteGroupRequest, _ call: Call) throws(Status) -> Answer<DeleteGroupResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try write.changing(administration.group(request.groupId))
            if before.state == .deleted { return DeleteGroupResponse(group: before, unchanged: true) }
            var group = before
            group.state = .deleted
            group = try write.tx.update(group)
            try write.report(before, group) { $0.change("state", from: "active", to: "deleted") }
            try identity.putGroupClear(group, write.tx)
            return DeleteGroupResponse(group: group)
        }
    }
}

extension Identity {
    /// Rows removed in one write: some 10 ms, for which others wait.
    private static let clearedAtOnceMax = 128

    fileprivate func putGroupClear(_ group: Group, _ tx: Transaction) throws {
        try schedule.put(DueEntry(.groupClear, group.id, organization: group.organizationId, at: tx.now), tx)
    }

    /// Removes some of the rows that name a group that is deleted, and comes back for the rest: a start in the middle goes on.
    /// What it holds is two rows at most.
    package func clearGroup(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let group = try tx.group(GroupID(entry.key)), group.state == .deleted else { return }
        try removeOperations(of: group, tx)
        let members = try tx.memberships(naming: GroupID(group.id), limit: Self.clearedAtOnceMax)
        for member in members { try removeBySystem(member, as: .groupMemberRemoved, tx) }
        if members.count == Self.clearedAtOnceMax { try putGroupClear(group, tx) }
    }
}
