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

/// How one call changes something.
struct Mutation<Answer: ChangeAnswer>: Sendable {
    let call: Call
    /// SHA-256 of the request, without what must not be guessed from it.
    let digest: [UInt8]
    let validateOnly: Bool
    let occurrence: Occurrence

    init(
        _ call: Call, _ request: some Message, validateOnly: Bool = false, _ occurrence: Occurrence,
        answer: Answer.Type = Answer.self
    ) {
        self.call = call
        digest = Array(SHA256.hash(data: request.encoded()))
        self.validateOnly = validateOnly
        self.occurrence = occurrence
    }
}

/// Carries the answer of `validate_only` out of the transaction that it undoes.
private struct Rehearsal<Answer: Sendable>: Error {
    let answer: Answer
}

extension Identity {
    /// Runs a mutation: once for its request id, in one transaction, answered when every follower has it.
    ///
    /// `body` does it and returns what is stored for the request id. `after` runs in the same transaction also when the
    /// request is a repetition; what it adds to the answer is not stored. Request ids belong to the account, or to
    /// `caller` where the call has none.
    func perform<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, account: AuthorizedAccount? = nil, caller: String = "",
        _ body: @escaping @Sendable (Write) throws -> Answer,
        after: @escaping @Sendable (Write, Answer, _ isRepeated: Bool) throws -> Answer = { _, answer, _ in answer }
    ) async throws -> Answer {
        let call = mutation.call
        let newID = self.newID
        let draft = events.draft(call, account, mutation.occurrence)
        let who = call.peer.caller + "|" + (account?.accountID ?? caller)
        let written: Written<Answer>
        do {
            written = try await store.write { tx in
                let write = Write(tx: tx, draft: draft, newID: newID)
                if mutation.validateOnly {
                    throw Rehearsal(answer: try after(write, try body(write), false))
                }
                var made: Answer?
                let stored = try tx.once(
                    caller: who, requestID: mutation.occurrence.requestID, method: call.method.path,
                    digest: mutation.digest
                ) {
                    let answer = try body(write)
                    made = answer
                    return answer.encoded()
                }
                if let made { return try after(write, made, false) }
                return try after(write, try Answer(decoding: stored), true)
            }
        } catch let rehearsal as Rehearsal<Answer> {
            return rehearsal.answer
        }
        await acknowledged(written.position)
        var answer = written.value
        answer.consistencyToken = consistencyToken(written.position)
        return answer
    }

    /// For readers that must see `position`.
    func consistencyToken(_ position: Int64) -> String {
        ConsistencyToken(service: "identity", epoch: store.epoch, position: position).text
    }
}

extension CreateOrganizationResponse: ChangeAnswer {}
extension InviteAccountResponse: ChangeAnswer {}
extension AcceptInvitationResponse: ChangeAnswer {}
extension CreateFunctionalAccountResponse: ChangeAnswer {}
extension UpdateAccountResponse: ChangeAnswer {}
extension SuspendAccountResponse: ChangeAnswer {}
extension ReactivateAccountResponse: ChangeAnswer {}
extension AssignRoleResponse: ChangeAnswer {}
extension CreateGroupResponse: ChangeAnswer {}
extension AddMemberResponse: ChangeAnswer {}
extension RemoveMemberResponse: ChangeAnswer {}
