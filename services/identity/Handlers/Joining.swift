internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC
internal import SQL

/// Who is added to a group and until when, judged one by one (B2, B10, D6) against what is stored, in a write or before it.
struct Joining {
    /// What adding somebody comes to.
    enum Step {
        case nothing(GroupMember)
        case join(String)
        case another(end: Timestamp?, of: GroupMember)
    }

    let group: Group
    private let connection: any Connection
    private let clock: Identity.Reading
    /// The group and what contains it: none of them joins it.
    private let containers: Set<GroupID>

    /// Nobody joins a tombstone (B3).
    init(_ group: Group, _ connection: any Connection, at clock: Identity.Reading) throws {
        if group.state == .deleted { throw Refusal.groupDeleted }
        self.group = group
        self.connection = connection
        self.clock = clock
        // What may yet turn out not to have ended still stands in the way of a cycle.
        containers = try GroupNesting.containers(of: GroupID(group.id)) { (group) throws(SQLError) in
            try connection.groups(containing: group, at: clock.earliest)
        }
    }

    /// Who is a member with this end is one, whatever has become of them since; else they must be one who may join, unless
    /// it only takes away. Members are looked for anew where the caller has not seen any: `there`.
    func step(_ id: String, until end: Timestamp?, _ there: GroupMember?) throws -> Step {
        let micros = end?.microsecondsSince1970
        if let there, try counts(there) {
            let before = there.expireTime?.microsecondsSince1970
            if before == micros, isRunning(there) { return .nothing(there) }
            try MembershipEnd.judge(micros, latest: clock.latest)
            if MembershipEnd.gives(micros, inPlaceOf: before, latest: clock.latest) { try judge(id) }
            return .another(end: micros.map { Timestamp(microsecondsSince1970: $0) }, of: there)
        }
        try MembershipEnd.judge(micros, latest: clock.latest)
        try judge(id)
        return .join(id)
    }

    /// Whether it has not ended, by either clock.
    func isRunning(_ member: GroupMember) -> Bool {
        !MembershipEnd.hasCome(member.expireTime?.microsecondsSince1970, at: clock.latest)
    }

    /// The row of a group that is deleted is only about to be removed.
    private func counts(_ member: GroupMember) throws -> Bool {
        try member.memberId.hasPrefix("acc_") || connection.candidate(member.memberId)?.state != .group(.deleted)
    }

    /// It exists, in the same organization; an account is active (B2), a group is no tombstone (B3) and makes no cycle (B10).
    func judge(_ id: String) throws {
        switch try connection.candidate(id, for: group).state {
        case .account(let state): try state.mayJoinGroup()
        case .group(.deleted): throw Refusal.groupDeleted
        case .group:
            if containers.contains(GroupID(id)) { throw Refusal(.groupCycle, "the group would contain itself") }
        }
    }
}

extension Connection {
    /// Refuses what is not there, and what belongs to another organization: nobody learns which (D28), neither by adding nor by
    /// removing.
    @discardableResult
    func candidate(_ id: String, for group: Group) throws -> Candidate {
        guard let candidate = try candidate(id), candidate.organization == group.organizationId else {
            throw Refusal.notFound
        }
        return candidate
    }
}

extension Status {
    /// Runs `judge` for each of a list of members: all that it refuses, in the words of the first. Nothing when it refuses none.
    static func refusingMembers<Judged>(
        _ ids: [String], _ judge: (String) throws -> Judged
    ) throws -> [Judged] {
        var judged: [Judged] = []
        judged.reserveCapacity(ids.count)
        var refused: [(field: String, status: Status)] = []
        for (index, id) in ids.enumerated() where refused.count < Violations.countMax {
            do { judged.append(try judge(id)) } catch let refusal as Refusal {
                refused.append(("member_ids[\(index)]", Status(refusal)))
            }
        }
        if let status = Status(refused) { throw status }
        return judged
    }
}
