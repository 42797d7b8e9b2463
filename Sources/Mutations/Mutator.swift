internal import ChangeFeed
package import Contract
package import Messages
package import Outbox
package import RPC
package import SQL

/// The one way in which a service changes anything: in one transaction with its event, and where a call asks for it, once
/// for its request id and answered when no follower can decide on the state before.
package struct Mutator: Sendable {
    let store: Store
    let acknowledged: @Sendable (Int64) async -> Void
    let events: EventSource
    private let refusals: Refusals
    let newID: @Sendable (String, Int64) -> String
    let secrets: SecretHash
    let status: @Sendable (any Error) -> Status?

    /// `acknowledged` returns when no follower can decide on a state before that position: `Feed.acknowledged`.
    /// `newID` makes an id with a prefix, at a time in microseconds UTC. `secrets` hashes what the log must not tell, with
    /// the store's key. `status` is the service's table of errors.
    package init(
        store: Store, acknowledged: @escaping @Sendable (Int64) async -> Void, events: EventSource,
        refusals: Refusals, newID: @escaping @Sendable (String, Int64) -> String, secrets: SecretHash,
        status: @escaping @Sendable (any Error) -> Status?
    ) {
        self.store = store
        self.acknowledged = acknowledged
        self.events = events
        self.refusals = refusals
        self.newID = newID
        self.secrets = secrets
        self.status = status
    }

    /// Carries the answer of `validate_only` out of the transaction that it undoes.
    private struct Rehearsal<Answer: Sendable>: Error {
        let answer: Answer
    }

    /// Runs a mutation.
    ///
    /// `body` does it, tells the log, and returns what is stored for the request id. `after` runs in the same transaction
    /// also when the request is a repetition; what it adds to the answer is not stored. Request ids belong to the account,
    /// or to `caller` where the call has none. Followers are waited for also after a no-op and a repeated request id, for
    /// what they found may rest on a write that is still waiting. What a rule refuses is told around it (`refusing`).
    ///
    /// `kept`: what of the answer is stored. `awaited`: whether followers are waited for; not where all that is written is the
    /// event, and what was found is what a question would have been answered.
    package func perform<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, account: AuthorizedAccount? = nil, caller: String = "", awaited: Bool = true,
        kept: @escaping @Sendable (Answer) -> Answer = { $0 },
        _ body: @escaping @Sendable (Write) throws -> Answer,
        after: @escaping @Sendable (Write, Answer, _ isRepeated: Bool) throws -> Answer = { _, answer, _ in answer }
    ) async throws -> Answer {
        let (call, occurrence) = (mutation.call, mutation.occurrence)
        let (newID, secrets) = (self.newID, self.secrets)
        let draft = draft(mutation, account)
        let digest = events.digest(mutation.request)
        let who = requester(call, account: account, caller)
        let written: Written<Answer>
        do {
            written = try await store.write { tx in
                let write = Write(
                    tx: tx, draft: draft, newID: newID, secrets: secrets, validateOnly: occurrence.validateOnly,
                    priority: mutation.priority, seen: mutation.etag.isEmpty ? nil : Seen(etag: mutation.etag))
                if occurrence.validateOnly {
                    throw Rehearsal(answer: try after(write, try Self.change(write, call, body), false))
                }
                var made: Answer?
                let stored = try tx.once(
                    caller: who, requestID: occurrence.requestID, method: call.method.path, digest: digest
                ) {
                    let answer = try Self.change(write, call, body)
                    made = answer
                    return kept(answer).encoded()
                }
                if let made { return try after(write, made, false) }
                var answer = try after(write, try Answer(decoding: stored), true)
                // What only the repetition did has its own event.
                if let event = write.reported.first { answer.eventId = event }
                return answer
            }
        } catch let rehearsal as Rehearsal<Answer> {
            return rehearsal.answer
        } catch {
            // "It is gone" may rest on a revocation that the followers do not have yet (rule D17).
            if status(error)?.code == .notFound { await acknowledged(store.position) }
            throw error
        }
        if awaited { await acknowledged(written.position) }
        var answer = written.value
        answer.consistencyToken =
            ConsistencyToken(service: events.service, epoch: store.epoch, position: written.position).text
        return answer
    }

    /// Whose request ids a mutation's are.
    package func requester<Answer: ChangeAnswer>(_ mutation: Mutation<Answer>, account: AuthorizedAccount) -> String {
        requester(mutation.call, account: account)
    }

    /// Whose request ids a call's are.
    func requester(_ call: Call, account: AuthorizedAccount?, _ caller: String = "") -> String {
        call.peer.caller + "|" + (account?.accountID ?? caller)
    }

    /// The event as far as it is known before the write.
    func draft<Answer: ChangeAnswer>(_ mutation: Mutation<Answer>, _ account: AuthorizedAccount?) -> EventDraft {
        var draft = events.draft(mutation.call, account, mutation.occurrence)
        if let account { draft.decision = EventDecision(mutation.access, account) }
        return draft
    }

    /// What `body` changes, with what the log has of it.
    private static func change<Answer: ChangeAnswer>(
        _ write: Write, _ call: Call, _ body: (Write) throws -> Answer
    ) throws -> Answer {
        var answer = try body(write)
        if let seen = write.seen, !seen.isJudged { throw EtagNotJudged() }
        guard let event = write.reported.first ?? (answer.unchanged ? "" : nil) else {
            throw UnreportedChange(what: call.method.path)
        }
        answer.eventId = event
        return answer
    }

    /// Writes down what was refused: in the log of the account's organization, of the installation when nobody knows the
    /// account.
    ///
    /// `source`: where it came from, when nobody has proved who it is (`RefusedAttempt`). `complete` adds what no account says.
    package func recordRefusal(
        _ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence, _ decision: EventDecision,
        source: String? = nil, _ complete: (inout EventDraft) -> Void = { _ in }
    ) async {
        var draft = events.draft(call, account, occurrence)
        draft.outcome = .denied
        draft.decision = decision
        if occurrence.validateOnly { draft.flags.append(.validateOnly) }
        complete(&draft)
        await refusals.record(RefusedAttempt(draft.event, call.method, source: source))
    }
}

/// A change of which the log would know nothing is a mistake of ours, and is undone (rule E2).
struct UnreportedChange: Error {
    /// The method's path, or the action of a change of the service's own.
    let what: String
}
