internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC

/// Roles: judged, assigned and shown.
struct AuthorizationHandler: AuthorizationService {
    let identity: Identity

    /// From memory: the other services ask this for every administrative call.
    func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
        guard let subject = request.subject else { throw Status(Refusal.missing("subject")) }
        if !request.scope.isEmpty, request.level == .unspecified { throw Status(Refusal.missing("level")) }
        return .now(
            identity.judge.answer(
                subject, organization: request.organizationId, scope: request.scope, level: request.level))
    }

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
