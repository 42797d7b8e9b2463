/// How an account is suspended, besides that it is.
package struct Suspension: Sendable, Equatable {
    /// Raw values are those of the messages and of the tables.
    package enum Reason: Int64, Sendable, CaseIterable {
        case unsaid = 0
        case left, absent, compromised, misused, other
    }

    /// Microseconds UTC; nil until somebody reactivates it.
    package var endTime: Int64?
    package var reason: Reason

    package init(endTime: Int64? = nil, reason: Reason = .unsaid) {
        self.endTime = endTime
        self.reason = reason
    }

    /// Whether the time from which automatic deletion counts is that of this one, and not of the one before (B4): who was to
    /// come back at a time and is not any more has not been suspended for good until now.
    package func countsAnew(after before: Suspension) -> Bool { before.endTime != nil && endTime == nil }

    /// One that somebody asks for at `now` ends later.
    package func judge(now: Int64) throws(Refusal) {
        if let endTime, endTime <= now { throw .invalid("end_time", "it is not in the future") }
    }
}

extension Standing {
    /// Suspends (B3). Another administrator needs a Full admin (C6); never the owner (A4); a Full admin remains (C7).
    package func suspended(
        by administrator: Administrator, rolesEnabled: Bool, fullAdmins: FullAdmins
    ) throws(Refusal) -> Transition {
        try administrator.mayManage(self)
        if owner { throw Refusal(.isOwner, "the owner cannot be suspended; transfer ownership first") }
        switch state {
        case .suspended: return Transition(self, unchanged: true)
        case .invited: throw .wrongState(state, "an invitation is withdrawn, not suspended")
        case .deleted: throw .wrongState(state, "it cannot be changed")
        case .active: break
        }
        let suspended = moved(to: .suspended)
        let leavesOne = try fullAdmins.judge(self, becoming: suspended, rolesEnabled: rolesEnabled)
        return Transition(suspended, leavesOneFullAdmin: leavesOne)
    }

    /// Ends a suspension; the account's grants count again (B3).
    package func reactivated(by administrator: Administrator) throws(Refusal) -> Transition {
        try administrator.mayManage(self)
        switch state {
        case .active: return Transition(self, unchanged: true)
        case .suspended: return Transition(moved(to: .active))
        case .invited: throw .wrongState(state, "it must be accepted, not reactivated")
        case .deleted: throw .wrongState(state, "deleting is final")
        }
    }

    /// What its end makes of a suspended account; nil when there is nothing to end: it has none, another one that is later, or
    /// is over already.
    package func ended(_ suspension: Suspension, now: Int64) -> Standing? {
        guard state == .suspended, let end = suspension.endTime, end <= now else { return nil }
        return moved(to: .active)
    }
}
