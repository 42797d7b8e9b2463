/// What an organization has decided, as far as a decision or a grant asks. What holds before identity has told of it is the
/// narrower.
package struct Policies: Hashable, Sendable {
    /// `guard_administrators`: delegations on an administrator's own mailbox are changed by that administrator or a Full
    /// admin only, and those to groups do not count (rule C6).
    package var guardsAdministrators: Bool

    package init(guardsAdministrators: Bool = true) {
        self.guardsAdministrators = guardsAdministrators
    }
}
