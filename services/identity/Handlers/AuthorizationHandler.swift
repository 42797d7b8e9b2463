internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC
internal import SQL

extension Judge {
    fileprivate func answer(_ subject: Subject, _ request: AuthorizeRequest) -> AuthorizeResponse {
        answer(subject, organization: request.organizationId, unit: request.unitId, request.demands)
    }
}

/// Judges accounts for the other services.
struct AuthorizationHandler: AuthorizationService {
    let identity: Identity

    /// From memory where an id or a session says who: the other services ask this for every administrative call.
    func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
        guard let subject = request.subject else { throw Status(Refusal.missing("subject")) }
        switch subject {
        case .accountId(let id): return .now(identity.judge.answer(.account(AccountID(id)), request))
        case .sessionToken(let token): return .now(identity.judge.answer(.session(token: token), request))
        case .address(let address):
            return named(request) { try $0.account(addressKey: EmailAddress.key(address)) }
        case .externalId(let externalID):
            if request.organizationId.isEmpty { throw Status(Refusal.missing("organization_id")) }
            let organization = OrganizationID(request.organizationId)
            return named(request) { try $0.account(externalID: externalID, in: organization) }
        }
    }

    /// Of an account that people call by something else than its id.
    private func named(
        _ request: AuthorizeRequest, _ find: @escaping @Sendable (any Connection) throws -> Account?
    ) -> Answer<AuthorizeResponse> {
        .later { [identity] in
            try await answering {
                guard let account = try await identity.store.read({ try find($0) }) else {
                    return AuthorizeResponse(reason: .noSuchAccount)
                }
                return identity.judge.answer(.account(AccountID(account.id)), request)
            }
        }
    }
}
