/// Who acts: an account that has been judged to have a scope.
package struct Administrator: Sendable, Equatable {
    package var id: AccountID
    package var organization: OrganizationID
    /// Of the whole organization (C5).
    package var isFullAdmin: Bool
    package var owner: Bool

    package init(_ standing: Standing, rolesEnabled: Bool) {
        id = standing.id
        organization = standing.organization
        isFullAdmin = standing.isFullAdmin(rolesEnabled: rolesEnabled)
        owner = standing.owner
    }

    /// C6: status, type, address, password and factors of another administrator need a Full admin.
    package func mayManage(_ account: Standing) throws(Refusal) {
        guard account.kind == .administrator, account.id != id, !isFullAdmin else { return }
        throw Refusal(.fullAdminOnly, "only a Full admin may do this to another administrator")
    }
}
