// Whether administrators have roles is the organization's choice (A8).

extension Administrator {
    /// It says what every administrator may, so it is a Full admin's as each role is (C5); while roles are off that is every
    /// administrator.
    package func maySwitchRoles() throws(Refusal) {
        if !isFullAdmin { throw Refusal(.fullAdminOnly, "only a Full admin switches roles on or off") }
    }
}

extension Standing {
    /// Who is an administrator when roles are switched on holds Full admin from then on, beside what it held before: while
    /// they were off it was one.
    package func rolesSwitchedOn() -> Transition {
        let full = AssignedRole(.fullAdmin)
        guard kind == .administrator, state != .deleted, !roles.contains(full) else {
            return Transition(self, unchanged: true)
        }
        var changed = self
        changed.roles.append(full)
        return Transition(changed)
    }

    /// What it counts as, in the organization and in units, each once, in order.
    package func countedRoles(rolesEnabled: Bool) -> [RoleID] {
        if !rolesEnabled || owner { return effectiveRoles(rolesEnabled: rolesEnabled) }
        return kind == .administrator ? Set(roles.map(\.role)).sorted() : []
    }
}
