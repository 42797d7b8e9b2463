internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC

/// Shows the roles.
struct RoleHandler: RoleService {
    let identity: Identity

    func listRoles(_ request: ListRolesRequest, _ call: Call) throws(Status) -> Answer<ListRolesResponse> {
        identity.listing(request, call) { connection, _, page in
            let found = try connection.roles(
                for: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.id)
            return ListRolesResponse(roles: shown, nextPageToken: next)
        }
    }

    func getRoleMatrix(_ request: GetRoleMatrixRequest, _ call: Call) throws(Status) -> Answer<GetRoleMatrixResponse> {
        .now(
            GetRoleMatrixResponse(
                scopes: identity.judge.matrix.rows.map { row in
                    ScopeLevels(
                        scope: row.scope,
                        levels: RoleID.builtIn.map { RoleLevel(roleId: $0.text, level: AccessLevel(row[$0])) })
                }))
    }
}
