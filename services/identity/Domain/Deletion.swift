extension Standing {
    /// Deletes (B3): final. What is left is a tombstone, a user without roles.
    ///
    /// Judged in this order: nobody deletes themselves, for that would end their own administrator role (C4); another
    /// administrator needs a Full admin (C6); never the owner (A4); another administrator is the owner's where only the owner
    /// removes them (A5); a Full admin remains (C7). An invited account can be deleted, and its invitation goes with it.
    package func deleted(
        by administrator: Administrator, rolesEnabled: Bool, fullAdmins: FullAdmins
    ) throws(Refusal) -> Transition {
        if administrator.id == id { throw Refusal(.ownRole, "nobody deletes themselves: it would end their own role") }
        try administrator.mayManage(self)
        if owner { throw Refusal(.isOwner, "the owner cannot be deleted; transfer ownership first") }
        try administrator.mayRemove(self)
        if state == .deleted { return Transition(self, unchanged: true) }
        let tombstone = self.tombstone
        let leavesOne = try fullAdmins.judge(self, becoming: tombstone, rolesEnabled: rolesEnabled)
        return Transition(tombstone, leavesOneFullAdmin: leavesOne)
    }

    /// What deleting makes of it.
    var tombstone: Standing {
        var tombstone = moved(to: .deleted)
        tombstone.roles = []
        if kind == .administrator { tombstone.kind = .user }
        return tombstone
    }
}
