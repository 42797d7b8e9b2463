package import Contract
package import Messages
package import RPC
internal import SQL

/// How one call changes something.
package struct Mutation<Answer: ChangeAnswer>: Sendable {
    package let call: Call
    package let occurrence: Occurrence
    /// What the account needs for it.
    package let access: Access
    /// Of the resource as the caller saw it; empty: whatever it is now.
    let etag: String
    /// What a repetition of the request is compared with.
    let request: [UInt8]
    /// How full the outbox may be for it.
    let priority: OutboxPriority

    /// What must not be stored goes from the request first, also from the hash of it that is: a password could be guessed
    /// from that. `occurrence`: what the request does not say of itself. `etag`: where it stands
    /// in the request's resource.
    package init<Request: ChangeRequest>(
        _ call: Call, _ request: Request, _ occurrence: Occurrence? = nil, etag: String? = nil,
        answer: Answer.Type = Answer.self
    ) {
        precondition(call.method.access.mutates, "\(call.method.path) changes something and does not declare it")
        self.call = call
        self.occurrence = occurrence ?? request.occurrence
        access = call.access(for: request)
        self.etag = etag ?? request.etag
        self.request = request.withoutSecrets.encoded()
        priority = Request.takesAway ? .withdrawal : .change
    }
}
