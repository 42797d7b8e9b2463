// Who may move an account, or a unit with what is in it, from one place to another (B10, C14).
//
// A role for a unit counts for what is in that unit, so to move something is to change who administers it. Whoever moves
// 1. has organizational_units: edit at both places: else an administrator of one unit could take accounts into it that are
//    not theirs, or put theirs into units of others. What belongs to no unit only a role for the whole organization reaches;
// 2. gains nothing by it: in no scope do their roles have more at the new place than they had at the old one. Else who
//    assists everywhere, and sets policies in one unit, would move an account there and then grant delegations on its mailbox.
//    A Full admin has nothing to gain;
// 3. leaves other administrators where they are, unless a Full admin: the guard of C6.
//
// What others gain is no part of it: an account that is moved to where others administer is theirs to administer, as its
// organization wants it, and an administrator among them stays guarded.

extension RoleMatrix {
    /// Whether an account's roles have more in some scope of what stands at `place` than of what stands at `other`.
    package func hasMore(_ account: Standing, rolesEnabled: Bool, at place: UnitPath, than other: UnitPath) -> Bool {
        let there = account.effectiveRoles(rolesEnabled: rolesEnabled, for: place)
        let here = account.effectiveRoles(rolesEnabled: rolesEnabled, for: other)
        if there == here { return false }
        return rows.contains { row in
            let most = here.lazy.map { row[$0] }.max() ?? .none
            return there.contains { row[$0] > most }
        }
    }
}

extension Administrator {
    /// C6: a unit is not moved with administrators in it, or below it, but by a Full admin. Their own account counts for nobody.
    package func mayMove(unitWith administrators: [AccountID]) throws(Refusal) {
        guard policies.guardsAdministrators, !isFullAdmin, administrators.contains(where: { $0 != id }) else { return }
        throw Refusal(.fullAdminOnly, "only a Full admin moves a unit with another administrator in it")
    }
}

extension Standing {
    /// Moves the account into a unit, or out of any.
    package func placed(in unit: UnitID?, by administrator: Administrator) throws(Refusal) -> Transition {
        try administrator.mayManage(self)
        if self.unit == unit { return Transition(self, unchanged: true) }
        if state == .deleted { throw .wrongState(state, "it cannot be changed") }
        var placed = self
        placed.unit = unit
        return Transition(placed)
    }
}
