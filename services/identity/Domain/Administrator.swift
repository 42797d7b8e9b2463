/// Who acts: an account that has been judged to have a scope.
package struct Administrator: Sendable, Equatable {
    package var id: AccountID
    package var organization: OrganizationID
    /// The role that counted.
    package var role: Standing.Role?
    package var owner: Bool

    package init(id: AccountID, organization: OrganizationID, role: Standing.Role?, owner: Bool) {
        self.id = id
        self.organization = organization
        self.role = role
        self.owner = owner
    }

    package var isFullAdmin: Bool { owner || role == .fullAdmin }

    /// C6: status, type, address, password and factors of another administrator need a Full admin.
    package func mayManage(_ account: Standing) throws(Refusal) {
        guard account.kind == .administrator, account.id != id, !isFullAdmin else { return }
        throw Refusal(.fullAdminOnly, "only a Full admin may do this to another administrator")
    }
}
