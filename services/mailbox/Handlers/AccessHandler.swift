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
            return .now(try mailboxes.decide(question, seen: request.consistencyToken))
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
                let decision = try mailboxes.decide(try Question(check), seen: check.consistencyToken)
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
        let question = try Question(check, in: "check.")
        try mailboxes.ready(call)
        try mailboxes.meets(check.consistencyToken, "check.consistency_token")
        let positions = mailboxes.positions
        let (decision, conditions) = mailboxes.index.explain(question, at: mailboxes.clock())
        return .now(
            ExplainResponse(
                decision: CheckResponse(decision, positions),
                conditions: conditions.prefix(Named.max).map { AccessCondition($0) },
                conditionCount: Int32(conditions.count)))
    }
}

extension Question {
    /// One whose fields are what they should be. Not asked yet: the network. `place`: where in the call's request it stands.
    init(_ request: CheckRequest, in place: StaticString = "") throws(Status) {
        let account: IDOrAddress<AccountID>
        switch request.account {
        case .accountId(let id): account = .id(try Field.account(id, "account_id"))
        case .accountAddress(let address): account = .address(AddressKey(address))
        case nil: throw .missing("account")
        }
        let mailbox: IDOrAddress<MailboxID>
        switch request.mailbox {
        case .mailboxId(let id): mailbox = .id(try Field.mailbox(id, "mailbox_id"))
        case .mailboxAddress(let address): mailbox = .address(AddressKey(address))
        case nil: throw .missing("mailbox")
        }
        self.init(account: account, mailbox: mailbox, right: try Field.right(request.right, "right"))
        // Few ask about folders, and nobody else is to pay for it.
        if case .unspecified = request.operation, request.folder.isEmpty { return }
        try ask(request, in: place)
    }

    /// What it asks about a folder (D27).
    @inline(never)
    private mutating func ask(_ request: CheckRequest, in place: StaticString) throws(Status) {
        if request.folder.isEmpty {
            throw .invalid("\(place)operation", "it is about a folder, and none is named")
        }
        guard right == .open else {
            throw .invalid("\(place)folder", "folders limit the right to open, and no other is asked about one")
        }
        folder = try Field.folder(request.folder, "\(place)folder")
        switch request.operation {
        case .unspecified, .read: operation = .read
        case .write: operation = .write
        case .delete: operation = .delete
        case .unrecognized: throw .invalid("\(place)operation", "there is no such operation")
        }
    }
}

extension Mailboxes {
    /// How far this process has come with its own changes and with identity's. To be read before the index is, so that they
    /// never promise more than was looked at.
    var positions: (own: Int64, identity: Int64) { (store.position, view.position()) }

    /// Call `ready` before: what is fresh then is the index as it stands from then on. `token`: what the caller has seen.
    fileprivate func decide(_ question: Question, seen token: String) throws(Status) -> CheckResponse {
        try meets(token)
        let positions = positions
        let decision = index.decide(question, at: clock())
        decisions.count(decision.reason)
        return CheckResponse(decision, positions)
    }
}
