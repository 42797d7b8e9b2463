internal import Contract
internal import MailboxDomain
package import Messages
package import RPC

/// Decisions, from memory and without a task: the way of a `Check` ends here.
package struct AccessHandler: AccessService {
    let mailboxes: Mailboxes

    private static let checksMax = 1000

    package init(mailboxes: Mailboxes) {
        self.mailboxes = mailboxes
    }

    package func check(_ request: CheckRequest, _ call: Call) throws(Status) -> Answer<CheckResponse> {
        do throws(Status) {
            let question = try Question(request)
            try mailboxes.ready(call)
            return .now(try mailboxes.decide(question))
        } catch {
            mailboxes.decisions.count(unanswered: 1, error)
            throw error
        }
    }

    package func batchCheck(_ request: BatchCheckRequest, _ call: Call) throws(Status) -> Answer<BatchCheckResponse> {
        if request.checks.isEmpty { throw .missing("checks") }
        if request.checks.count > Self.checksMax { throw .tooLong("checks", "\(Self.checksMax) questions") }
        do throws(Status) {
            try mailboxes.ready(call)
        } catch {
            mailboxes.decisions.count(unanswered: request.checks.count, error)
            throw error
        }
        var response = BatchCheckResponse()
        response.answers.reserveCapacity(request.checks.count)
        for check in request.checks {
            do throws(Status) {
                let decision = try mailboxes.decide(try Question(check))
                response.answers.append(BatchCheckAnswer(answer: .decision(decision)))
            } catch {
                mailboxes.decisions.count(unanswered: 1, error)
                response.answers.append(BatchCheckAnswer(answer: .error(error.wire)))
            }
        }
        return .now(response)
    }

    package func explain(_ request: ExplainRequest, _ call: Call) throws(Status) -> Answer<ExplainResponse> {
        guard let check = request.check else { throw .missing("check") }
        let question = try Question(check)
        try mailboxes.ready(call)
        try mailboxes.meets(question.token, "check.consistency_token")
        let revision = mailboxes.store.position
        let (decision, conditions) = mailboxes.index.explain(
            account: question.account, mailbox: question.mailbox, right: question.right, at: mailboxes.clock())
        return .now(
            ExplainResponse(
                decision: CheckResponse(decision, revision: revision),
                conditions: conditions.prefix(Named.max).map { AccessCondition($0) },
                conditionCount: Int32(conditions.count)))
    }
}

/// A question whose fields are what they should be.
struct Question {
    let account: AccountID
    let mailbox: MailboxID
    let right: Rights
    let token: String

    init(_ request: CheckRequest) throws(Status) {
        account = try Field.account(request.accountId, "account_id")
        mailbox = try Field.mailbox(request.mailboxId, "mailbox_id")
        right = try Field.right(request.right, "right")
        token = request.consistencyToken
    }
}

extension Mailboxes {
    /// Call `ready` before: what is fresh then is the index as it stands from then on. The revision is read before the
    /// index is, so it never promises more than was looked at.
    fileprivate func decide(_ question: Question) throws(Status) -> CheckResponse {
        try meets(question.token)
        let revision = store.position
        let decision = index.decide(
            account: question.account, mailbox: question.mailbox, right: question.right, at: clock())
        decisions.count(decision.reason)
        return CheckResponse(decision, revision: revision)
    }
}
