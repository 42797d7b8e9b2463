extension Standing {
    /// Gives an account a role beside those that it has; the first makes it an administrator.
    ///
    /// Judged in this order: never one's own, not even as a no-op (C4); adding an administrator is the owner's where policy
    /// `administrators_by` says so (A2, A5); all else is a Full admin's (C5). Who may so much is told that nothing changes,
    /// where nothing does. Then: the account's type and state; roles must be on for a lesser role, or for one in a unit (A8).
    package func assigned(
        _ role: AssignedRole, by administrator: Administrator, rolesEnabled: Bool
    ) throws(Refusal) -> Transition {
        try administrator.mayAssign(to: id, addsOrRemoves: roles.isEmpty)
        if roles.contains(role) { return Transition(self, unchanged: true) }
        if kind == .functional { throw Refusal(.wrongType, "a functional account holds no role") }
        switch state {
        case .deleted: throw .wrongState(state, "it cannot be changed")
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .suspended where roles.isEmpty: throw .wrongState(state, "it must be reactivated first")
        case .suspended, .active: break
        }
        try role.mayBeHeld(rolesEnabled: rolesEnabled)
        var changed = self
        changed.roles.append(role)
        changed.kind = .administrator
        return Transition(changed)
    }

    /// Takes a role from an account; without the last it is a user again.
    ///
    /// Judged as `assigned`, and then: the owner keeps Full admin (A4); a Full admin remains (C7).
    package func unassigned(
        _ role: AssignedRole, by administrator: Administrator, rolesEnabled: Bool, fullAdmins: FullAdmins
    ) throws(Refusal) -> Transition {
        try administrator.mayAssign(to: id, addsOrRemoves: roles == [role] && !owner)
        guard let index = roles.firstIndex(of: role) else { return Transition(self, unchanged: true) }
        if owner, role == AssignedRole(.fullAdmin) { throw Refusal(.isOwner, "the owner keeps Full admin") }
        if state == .deleted { throw .wrongState(state, "it cannot be changed") }
        var changed = self
        changed.roles.remove(at: index)
        if changed.roles.isEmpty { changed.kind = .user }
        let leavesOne = try fullAdmins.judge(self, becoming: changed, rolesEnabled: rolesEnabled)
        return Transition(changed, leavesOneFullAdmin: leavesOne)
    }
}

extension Administrator {
    /// `addsOrRemoves`: the account has no role yet, or this is its last one (the owner keeps that). Nil is an account that
    /// is not there yet.
    func mayAssign(to account: AccountID?, addsOrRemoves: Bool) throws(Refusal) {
        if account == id { throw Refusal(.ownRole, "nobody changes their own administrator role") }
        if addsOrRemoves, policies.ownerAddsAdministrators, !owner {
            throw Refusal(.ownerOnly, "only the owner adds and removes administrators")
        }
        if !isFullAdmin { throw Refusal(.fullAdminOnly, "only a Full admin changes administrator roles") }
    }
}

extension AssignedRole {
    /// While roles are off there is one, in the whole organization (A8).
    func mayBeHeld(rolesEnabled: Bool) throws(Refusal) {
        if !rolesEnabled, self != AssignedRole(.fullAdmin) {
            throw Refusal(.wrongState, "roles are off in this organization: every administrator is a Full admin")
        }
    }
}
