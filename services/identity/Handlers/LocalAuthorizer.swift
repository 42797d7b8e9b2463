package import Contract
internal import IdentityDomain
internal import IdentityStorage
package import Messages
package import RPC

/// Identity's own authorizer: the same judgement as the Authorize method, without a call.
package struct LocalAuthorizer: Authorizer {
    let judge: Judge

    package func authorize(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        let answer = try judge(call, access, organization: organization, unit: unit, touching: target)
        let account = AuthorizedAccount(answer, authenticatedBy: call.authenticatedBy)
        if !account.accountID.isEmpty { call.judged = account }
        if let refusal = access.refusal(answer, touching: target) { throw refusal }
        try call.expectActor(answer.accountId)
        return account
    }

    /// Throws only for a call that names no account. A session counts before an account. Where no unit is named, roles
    /// for a unit count where the target is an account within it.
    func judge(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) throws(Status) -> AuthorizeResponse {
        let subject: Judge.Subject
        if let token = call.metadata(MetadataKey.session) {
            subject = .session(token: token)
        } else if let account = call.metadata(MetadataKey.account) {
            subject = .account(AccountID(account))
        } else {
            throw Status.accountRequired
        }
        var unit = unit
        if unit.isEmpty, target.id.hasPrefix("acc_") {
            unit = judge.index.entry(AccountID(target.id))?.standing.unit?.text ?? ""
        }
        return judge.answer(subject, organization: organization ?? "", unit: unit, access.demands)
    }
}

extension Call {
    /// As events name it.
    var authenticatedBy: String { metadata(MetadataKey.session) == nil ? "caller" : "session" }
}
