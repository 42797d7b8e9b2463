extension Standing {
    /// Makes another type of it (B1): a functional account of a user or an administrator, a user of a functional account.
    ///
    /// Judged in this order: never one's own, not even as a no-op (C4); a role makes an administrator and nothing else does;
    /// the owner's stays (A4); an administrator's is the owner's to change where only the owner removes administrators (A5), and
    /// else a Full admin's, for its roles go (C5, C6); a Full admin remains (C7). Who was invited is active: nobody will accept.
    package func retyped(
        _ wanted: Kind, by administrator: Administrator, rolesEnabled: Bool, fullAdmins: FullAdmins
    ) throws(Refusal) -> Transition {
        if administrator.id == id { throw Refusal(.ownRole, "nobody changes their own type") }
        if wanted == .administrator {
            throw Refusal(.wrongType, "an administrator is made by a first role: assign one")
        }
        if owner { throw Refusal(.isOwner, "the owner keeps the type; transfer ownership first") }
        if kind == .administrator {
            try administrator.mayRemove(self)
            if !administrator.isFullAdmin { throw Refusal(.fullAdminOnly, "only a Full admin takes administrator roles away") }
            if wanted == .user {
                throw Refusal(.wrongType, "an administrator is a user when the last role is gone: unassign them")
            }
        }
        if state == .deleted { throw .wrongState(state, "it cannot be changed") }
        if kind == wanted { return Transition(self, unchanged: true) }
        var changed = self
        changed.kind = wanted
        changed.roles = []
        if state == .invited { changed.state = .active }
        let leavesOne = try fullAdmins.judge(self, becoming: changed, rolesEnabled: rolesEnabled)
        return Transition(changed, leavesOneFullAdmin: leavesOne)
    }
}
