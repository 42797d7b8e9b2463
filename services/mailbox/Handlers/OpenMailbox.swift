internal import ChangeFeed
internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC
internal import SQL

extension MailboxHandler {
    /// Decided and written in one write on the writer thread, so that what is recorded is what was answered (D15). It changes
    /// nothing that a decision looks at, so no follower is waited for.
    func openMailbox(_ request: OpenMailboxRequest, _ call: Call) throws(Status) -> Answer<OpenMailboxResponse> {
        let asked = try Asked(request)
        return .later { [mailboxes] in
            try await answering { try await mailboxes.open(asked, request, call) }
        }
    }
}

/// An opening whose fields are what they should be.
private struct Asked: Sendable {
    let account: IDOrAddress<AccountID>
    let mailbox: IDOrAddress<MailboxID>

    init(_ request: OpenMailboxRequest) throws(Status) {
        switch request.account {
        case .accountId(let id): account = .id(try Field.account(id, "account_id"))
        case .accountAddress(let address): account = .address(AddressKey(address))
        case nil: throw .missing("account")
        }
        switch request.mailbox {
        case .mailboxId(let id): mailbox = .id(try Field.mailbox(id, "mailbox_id"))
        case .mailboxAddress(let address): mailbox = .address(AddressKey(address))
        case nil: throw .missing("mailbox")
        }
    }
}

/// Carries a denial out of the write: nothing is written in it.
private struct Denial: Error {
    let opening: Opening
    let answer: OpenMailboxResponse
}

/// Something was written of this mailbox before, in the same group, and the index does not have it yet.
private struct IndexIsBehind: Error {}

extension Mailboxes {
    private static let openingsMax = 5

    fileprivate func open(
        _ asked: Asked, _ request: OpenMailboxRequest, _ call: Call
    ) async throws -> OpenMailboxResponse {
        var occurrence = request.occurrence
        // Whatever account the caller can speak for besides: this is the caller's own doing.
        occurrence.actor = EventSource.caller(of: call)
        let mutation = Mutation<OpenMailboxResponse>(call, request, occurrence)
        for _ in 0..<Self.openingsMax {
            do {
                return try await record(asked, request, mutation)
            } catch is IndexIsBehind {
                continue
            } catch let denial as Denial {
                await mutator.recordRefusal(call, nil, occurrence, EventDecision(denial.answer)) { $0.tell(denial.opening) }
                return denial.answer
            }
        }
        throw Status.stale
    }

    /// A request id that comes again is decided anew, for an old ALLOWED would outlive a revocation (D17); of the answer only the
    /// event's id is kept for it.
    private func record(
        _ asked: Asked, _ request: OpenMailboxRequest, _ mutation: Mutation<OpenMailboxResponse>
    ) async throws -> OpenMailboxResponse {
        try await mutator.perform(
            mutation, awaited: false, kept: { OpenMailboxResponse(eventId: $0.eventId) },
            { write in
                let (opening, answer) = try opened(asked, request, mutation.call, write.tx)
                let mailbox = opening.mailbox.map { Messages.Mailbox($0) }
                try write.report(mailbox, mailbox) { draft in
                    draft.tell(opening)
                    draft.decision = EventDecision(answer)
                }
                return answer
            },
            after: { write, answer, isRepeated in
                guard isRepeated else { return answer }
                var again = try opened(asked, request, mutation.call, write.tx).answer
                again.eventId = answer.eventId
                return again
            })
    }

    /// Throws `Denial` where it is not opened, and `IndexIsBehind` where nothing can be said before the group is committed.
    private func opened(
        _ asked: Asked, _ request: OpenMailboxRequest, _ call: Call, _ tx: Transaction
    ) throws -> (opening: Opening, answer: OpenMailboxResponse) {
        try ready(call)
        try meets(request.consistencyToken)
        let positions = positions
        let opening = index.open(asked.mailbox, by: asked.account, at: clock())
        if let organization = opening.organization, let mailbox = opening.mailbox,
            try tx.hasChanges(of: organization.text, naming: mailbox.id.text, after: store.position)
        {
            throw IndexIsBehind()
        }
        var answer = OpenMailboxResponse(
            decision: CheckResponse(opening.decision, positions), access: opening.access.map { Messages.AccessibleMailbox($0) })
        guard opening.decision.allowed else {
            if !request.validateOnly {
                answer.consistencyToken = ConsistencyToken(service: "mailbox", epoch: store.epoch, position: positions.own).text
            }
            throw Denial(opening: opening, answer: answer)
        }
        return (opening, answer)
    }
}

extension EventDecision {
    fileprivate init(_ answer: OpenMailboxResponse) {
        let decision = answer.decision ?? CheckResponse()
        self.init(
            reason: decision.reason.shortName, domain: "mandate.mailbox", delegationId: decision.delegationId,
            revision: "\(decision.revision)")
    }
}

extension EventDraft {
    /// In the log of the account's organization, whose else the mailbox may be. Of an account that nobody has, in the
    /// installation's (D28).
    fileprivate mutating func tell(_ opening: Opening) {
        guard let account = opening.account, let organization = opening.organization else { return }
        organizationID = organization.text
        // Who opened what, as whom (E1).
        eventClass = .communication
        behalf = [
            EventBehalf(
                accountId: account.text,
                delegationId: opening.decision.allowed ? opening.decision.delegation?.text ?? "" : "")
        ]
        let named = opening.mailbox?.id.text ?? target?.mailboxId ?? ""
        target = EventTarget(id: named, resourceType: "mailbox", mailboxId: named, subjectId: account.text)
    }
}
