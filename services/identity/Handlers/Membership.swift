internal import Contract
package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

// How a membership is stored: its row, its end as what happens at a time, and its event, whoever changes it. Each is an event
// of its own with its member as the subject, also where a call changes a thousand: so the log has all that somebody ever joined
// and left under their own id.

extension DueKind {
    /// Of a membership: `grp_…/acc_…` is the key.
    package static let membershipExpire = DueKind("membership.expire")
}

extension Identity {
    /// Stores what adding somebody comes to. Returns the membership.
    func store(_ step: Joining.Step, in group: Group, until end: Timestamp?, _ write: Write) throws -> GroupMember {
        switch step {
        case .nothing(let member): return member
        case .join(let id):
            // A row may be left that gives nothing, and that it would meet.
            if let left = try write.tx.member(id, of: GroupID(group.id)) { try remove(left, as: .groupMemberRemoved, write) }
            let member = try write.tx.insert(
                GroupMember(
                    groupId: group.id, memberId: id, organizationId: group.organizationId,
                    createTime: Timestamp(microsecondsSince1970: write.tx.now),
                    expireTime: end?.microsecondsSince1970.map { Timestamp(microsecondsSince1970: $0) }))
            try move(nil, to: member, write.tx)
            try write.tell(.groupMemberAdded, nil, member)
            return member
        case .another(let end, let before):
            var member = before
            member.expireTime = end
            member = try write.tx.update(member)
            try move(before, to: member, write.tx)
            try write.tell(.groupMemberChanged, before, member)
            return member
        }
    }

    func remove(_ member: GroupMember, as action: EventAction, _ write: Write) throws {
        try write.tx.delete(member)
        try move(member, to: nil, write.tx)
        try write.tell(action, member, nil)
    }

    private func move(_ before: GroupMember?, to after: GroupMember?, _ tx: Transaction) throws {
        let end = after?.expireTime?.microsecondsSince1970
        guard let member = after ?? before, before?.expireTime?.microsecondsSince1970 != end else { return }
        guard let end else { return try schedule.remove(.membershipExpire, member.changeID, tx) }
        try schedule.put(DueEntry(.membershipExpire, member.changeID, organization: member.organizationId, at: end), tx)
    }

    /// When a membership's time is over (B10), if it still ends then. Who decides by it needs no more than its end.
    package func expireMembership(_ entry: DueEntry, _ tx: Transaction) throws {
        let ids = entry.key.split(separator: "/").map(String.init)
        guard ids.count == 2, let member = try tx.member(ids[1], of: GroupID(ids[0])),
            member.expireTime?.microsecondsSince1970 == entry.at
        else { return }
        try removeBySystem(member, as: .groupMemberExpired, tx)
    }

    /// Of a membership that gives nothing any more. So its event waits where the outbox is full, and leaves the last room to
    /// what takes something away.
    func removeBySystem(_ member: GroupMember, as action: EventAction, _ tx: Transaction) throws {
        let target = EventTarget(id: member.groupId, resourceType: "group", subjectId: member.memberId)
        try mutator.perform(SystemChange(action, target, takesAway: false), in: tx) { write in
            try remove(member, as: action, write)
        }
    }
}

extension Write {
    fileprivate func tell(_ action: EventAction, _ before: GroupMember?, _ after: GroupMember?) throws {
        try report(before, after) { draft in
            draft.action = action
            draft.target?.subjectId = (after ?? before)?.memberId ?? ""
        }
    }
}
