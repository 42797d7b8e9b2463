internal import ChangeFeed
internal import Contract
internal import Crypto
internal import Messages
internal import Outbox
internal import RPC
internal import SQL

/// An answer that tells where it can be read from.
protocol ChangeAnswer: Message {
    var consistencyToken: String { get set }
}

extension GrantResponse: ChangeAnswer {}
extension RevokeResponse: ChangeAnswer {}

/// How one call changes something.
struct Mutation: Sendable {
    let call: Call
    /// SHA-256 of the request.
    let digest: [UInt8]
    let validateOnly: Bool
    let occurrence: Occurrence

    init(_ call: Call, _ request: some Message, validateOnly: Bool, _ occurrence: Occurrence) {
        self.call = call
        digest = Array(SHA256.hash(data: request.encoded()))
        self.validateOnly = validateOnly
        self.occurrence = occurrence
    }
}

/// A write under way: its transaction, and the event that the log will get of it.
struct Write {
    let tx: Transaction
    /// As far as it is known before the write.
    let draft: EventDraft
    let newID: @Sendable (String, Int64) -> String

    func id(_ prefix: String) -> String { newID(prefix, tx.now) }

    /// Writes the event of this call into the outbox; returns its id. `complete` adds what only the write knows.
    func report(in organization: String, _ complete: (inout EventDraft) -> Void) throws -> String {
        var draft = draft
        draft.organizationID = organization
        complete(&draft)
        let event = draft.encoded(at: tx.now)
        try tx.event(event)
        return try Event(decoding: event).id
    }
}

/// Carries the answer of `validate_only` out of the transaction that it undoes.
private struct Rehearsal<Answer: Sendable>: Error {
    let answer: Answer
}

extension Mailboxes {
    /// Runs a mutation: once for its request id, in one transaction, answered when the index and every follower have it.
    ///
    /// The index has it before the store answers (`init`'s hook); followers are waited for, also for a no-op and a
    /// repeated request id, since the answer may rest on a write that still waits. A denial is written to the log.
    func perform<Answer: ChangeAnswer>(
        _ mutation: Mutation, _ account: AuthorizedAccount, _ body: @escaping @Sendable (Write) throws -> Answer
    ) async throws -> Answer {
        let call = mutation.call
        let newID = self.newID
        let draft = events.draft(call, account, mutation.occurrence)
        let who = call.peer.caller + "|" + account.accountID
        let written: Written<[UInt8]>
        do {
            written = try await store.write { tx in
                let write = Write(tx: tx, draft: draft, newID: newID)
                if mutation.validateOnly { throw Rehearsal(answer: try body(write)) }
                return try tx.once(
                    caller: who, requestID: mutation.occurrence.requestID, method: call.method.path,
                    digest: mutation.digest
                ) { try body(write).encoded() }
            }
        } catch let rehearsal as Rehearsal<Answer> {
            return rehearsal.answer
        } catch {
            if let status = Status(error), status.code == .permissionDenied, !mutation.validateOnly {
                try await recordDenial(call, account, mutation.occurrence, status)
            }
            // "It is gone" may rest on a revocation that its followers do not have yet (rule D17).
            if let status = Status(error), status.code == .notFound { await acknowledged(store.position) }
            throw error
        }
        await acknowledged(written.position)
        var answer = try Answer(decoding: written.value)
        answer.consistencyToken =
            ConsistencyToken(
                service: "mailbox", epoch: store.epoch, position: written.position
            ).text
        return answer
    }
}
