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
}
