package import Contract
internal import IdentityDomain
internal import IdentityStorage
package import Messages
package import RPC

/// Identity's own authorizer: the same judgement as the Authorize method, without a call.
package struct LocalAuthorizer: Authorizer {
    let judge: Judge

    package func authorize(
        _ call: Call, _ access: Access, organization: String?, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        let answer = try judge(call, access, organization: organization)
        if let refusal = access.refusal(answer, touching: target) { throw refusal }
        try call.expectActor(answer.accountId)
        return AuthorizedAccount(answer, authenticatedBy: call.authenticatedBy)
    }

    /// Throws only for a call that names no account. A session counts before an account.
    func judge(_ call: Call, _ access: Access, organization: String?) throws(Status) -> AuthorizeResponse {
        let subject: Judge.Subject
        if let token = call.metadata(MetadataKey.session) {
            subject = .session(token: token)
        } else if let account = call.metadata(MetadataKey.account) {
            subject = .account(AccountID(account))
        } else {
            throw Status.accountRequired
        }
        return judge.answer(subject, organization: organization ?? "", access.demands)
    }
}

extension Call {
    /// As events name it.
    var authenticatedBy: String { metadata(MetadataKey.session) == nil ? "caller" : "session" }
}
