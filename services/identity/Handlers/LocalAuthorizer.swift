package import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
package import RPC

/// Identity's own authorizer: the same judgement as the Authorize method, without a call.
package struct LocalAuthorizer: Authorizer {
    let judge: Judge

    package func authorize(_ call: Call, organization: String?) async throws(Status) -> AuthorizedAccount {
        let access = call.method.access
        let answer = try judge(call, access, organization: organization)
        guard answer.allowed else { throw Status.denied(answer, access: access) }
        return AuthorizedAccount(answer, authenticatedBy: call.authenticatedBy)
    }

    /// Throws only for a call that names no account, or one that may and another. A session counts before an account.
    func judge(_ call: Call, _ access: Access, organization: String?) throws(Status) -> AuthorizeResponse {
        let subject: Judge.Subject
        if let token = call.metadata(MetadataKey.session) {
            subject = .session(token: token)
        } else if let account = call.metadata(MetadataKey.account) {
            subject = .account(AccountID(account))
        } else {
            throw Status.accountRequired
        }
        let answer = judge.answer(
            subject, organization: organization ?? "", scope: access.kind == .scope ? access.scope : "",
            level: access.level)
        if answer.allowed { try call.expectActor(answer.accountId) }
        return answer
    }
}

extension AuthorizedAccount {
    init(_ answer: AuthorizeResponse, authenticatedBy: String) {
        self.init(
            accountID: answer.accountId, organizationID: answer.organizationId, role: answer.role,
            owner: answer.owner, authenticatedBy: authenticatedBy)
    }
}

extension Call {
    /// As events name it.
    var authenticatedBy: String { metadata(MetadataKey.session) == nil ? "caller" : "session" }
}
