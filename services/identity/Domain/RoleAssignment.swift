extension Standing {
    /// Gives an account a role, changes it, or takes it away (nil).
    ///
    /// Judged in this order: never one's own, not even as a no-op (C4); adding and removing an administrator is the
    /// owner's (A2); changing a role among administrators a Full admin's (C5). Who may so much is told that nothing
    /// changes, where nothing does. Then: the owner is not demoted (A4); the account's type and state; roles must be on
    /// for a lesser role (A8); a Full admin remains (C7).
    package func assigned(
        _ role: Role?, by administrator: Administrator, rolesEnabled: Bool, fullAdmins: FullAdmins
    ) throws(Refusal) -> Transition {
        guard administrator.id != id else {
            throw Refusal(.ownRole, "nobody changes their own administrator role")
        }
        let isAdded = self.role == nil && role != nil
        let isRemoved = self.role != nil && role == nil
        if isAdded || isRemoved, !administrator.owner {
            throw Refusal(.ownerOnly, "only the owner adds and removes administrators")
        }
        guard administrator.isFullAdmin else {
            throw Refusal(.fullAdminOnly, "only a Full admin changes administrator roles")
        }
        if self.role == role { return Transition(self, unchanged: true) }
        if owner, role != .fullAdmin {
            throw Refusal(.isOwner, "the owner keeps Full admin")
        }
        if kind == .functional { throw Refusal(.wrongType, "a functional account holds no role") }
        switch state {
        case .deleted: throw .wrongState(state, "it cannot be changed")
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .suspended where isAdded: throw .wrongState(state, "it must be reactivated first")
        case .suspended, .active: break
        }
        if !rolesEnabled, let role, role != .fullAdmin {
            throw Refusal(.wrongState, "roles are off in this organization: every administrator is a Full admin")
        }
        let leavesOne = role == .fullAdmin ? false : try fullAdmins.losing(self, rolesEnabled: rolesEnabled)
        var changed = self
        changed.role = role
        changed.kind = role == nil ? .user : .administrator
        return Transition(changed, leavesOneFullAdmin: leavesOne)
    }
}
