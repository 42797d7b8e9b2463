internal import Contract
internal import IdentityDomain
internal import Messages
internal import RPC

/// Shows the roles.
struct RoleHandler: RoleService {
    let identity: Identity

    func getRoleMatrix(_ request: GetRoleMatrixRequest, _ call: Call) throws(Status) -> Answer<GetRoleMatrixResponse> {
        .now(
            GetRoleMatrixResponse(
                scopes: identity.judge.matrix.rows.map { row in
                    ScopeLevels(
                        scope: row.scope, fullAdmin: AccessLevel(row[.fullAdmin]),
                        policyAdmin: AccessLevel(row[.policyAdmin]), support: AccessLevel(row[.support]),
                        auditor: AccessLevel(row[.auditor]))
                }))
    }
}
