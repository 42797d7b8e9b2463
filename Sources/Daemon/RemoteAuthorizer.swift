package import Contract
package import Messages
package import RPC

/// Asks identity: roles are judged there and nowhere else.
package struct RemoteAuthorizer: Authorizer {
    private let identity: AuthorizationClient

    package init(identity: AuthorizationClient) {
        self.identity = identity
    }

    package func authorize(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        var request = AuthorizeRequest()
        let authenticatedBy: String
        if let token = call.metadata(MetadataKey.session) {
            request.subject = .sessionToken(token)
            authenticatedBy = "session"
        } else if let account = call.metadata(MetadataKey.account) {
            request.subject = .accountId(account)
            authenticatedBy = "caller"
        } else {
            throw Status.accountRequired
        }
        request.organizationId = organization ?? ""
        request.demands = access.demands
        request.unitId = unit

        let answer: AuthorizeResponse
        if let nobody = isNobody(request.subject) {
            answer = nobody
        } else {
            answer = try await identity.authorize(request, CallOptions(within: call))
        }
        var account = AuthorizedAccount(answer, authenticatedBy: authenticatedBy)
        if !account.accountID.isEmpty { call.judged = account }
        if let refusal = access.refusal(answer, touching: target) {
            guard access.orMailbox != .unspecified, answer.reason == .roleLacksScope else { throw refusal }
            account.lacking = refusal
        }
        try call.expectActor(answer.accountId)
        return account
    }

    /// Metadata that is no id and no token is nobody's. Not asked: identity would say that a field of ours is broken, and to
    /// our caller it is no field.
    private func isNobody(_ subject: AuthorizeRequest.Subject?) -> AuthorizeResponse? {
        var violations = Violations()
        AuthorizeRequest(subject: subject).check(&violations)
        if violations.isEmpty { return nil }
        if case .sessionToken = subject { return AuthorizeResponse(reason: .sessionInvalid) }
        return AuthorizeResponse(reason: .noSuchAccount)
    }
}
