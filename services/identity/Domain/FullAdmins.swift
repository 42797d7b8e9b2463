/// How many active Full admins an organization has (C7). Counted inside the write that is going to change it:
/// writes are one after another, so two administrators who demote each other at once are judged one after another.
package struct FullAdmins: Sendable, Equatable {
    package var active: Int

    package init(active: Int) { self.active = active }

    /// Judges that `account` stops being an active Full admin. True: one is left, which deserves a warning.
    func losing(_ account: Standing, rolesEnabled: Bool) throws(Refusal) -> Bool {
        guard account.state == .active, account.effectiveRole(rolesEnabled: rolesEnabled) == .fullAdmin else {
            return false
        }
        guard active > 1 else {
            throw Refusal(.lastFullAdmin, "the organization must keep an active Full admin")
        }
        return active == 2
    }
}
