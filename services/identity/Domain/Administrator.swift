/// Who acts: an account that has been judged to have a scope.
package struct Administrator: Sendable, Equatable {
    package var id: AccountID
    package var organization: OrganizationID
    /// Of the whole organization (C5).
    package var isFullAdmin: Bool
    package var owner: Bool
    /// What the organization has decided.
    package var policies: Policies

    package init(_ standing: Standing, rolesEnabled: Bool, policies: Policies) {
        id = standing.id
        organization = standing.organization
        isFullAdmin = standing.isFullAdmin(rolesEnabled: rolesEnabled)
        owner = standing.owner
        self.policies = policies
    }

    /// C6: status, type, address, password and factors of another administrator need a Full admin, under policy
    /// `guard_administrators`.
    package func mayManage(_ account: Standing) throws(Refusal) {
        guard policies.guardsAdministrators, account.kind == .administrator, account.id != id, !isFullAdmin else { return }
        throw Refusal(.fullAdminOnly, "only a Full admin may do this to another administrator")
    }

    /// A5: where the owner alone adds and removes administrators, what makes one no administrator any more is the owner's too,
    /// whatever it is called.
    func mayRemove(_ account: Standing) throws(Refusal) {
        guard account.kind == .administrator, account.state != .deleted, policies.ownerAddsAdministrators, !owner else { return }
        throw Refusal(.ownerOnly, "only the owner adds and removes administrators")
    }
}
