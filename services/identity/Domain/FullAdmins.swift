/// How many active Full admins an organization has (C7), or that there are three or more. Counted inside the write that is
/// going to change it: writes are one after another, so two administrators who demote each other at once are judged one after
/// another.
package struct FullAdmins: Sendable, Equatable {
    package var active: Int

    package init(active: Int) { self.active = active }

    /// Judges that `before` becomes `after`. True: that leaves one of them, which deserves a warning.
    func judge(_ before: Standing, becoming after: Standing, rolesEnabled: Bool) throws(Refusal) -> Bool {
        func counts(_ account: Standing) -> Bool {
            account.state == .active && account.isFullAdmin(rolesEnabled: rolesEnabled)
        }
        guard counts(before), !counts(after) else { return false }
        guard active > 1 else {
            throw Refusal(.lastFullAdmin, "the organization must keep an active Full admin")
        }
        return active == 2
    }
}
