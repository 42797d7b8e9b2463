package import Messages
package import RPC
internal import SQL

/// An answer that tells where it can be read from.
package protocol ChangeAnswer: Message {
    var consistencyToken: String { get set }
}

/// How one call changes something.
package struct Mutation<Answer: ChangeAnswer>: Sendable {
    package let call: Call
    package let occurrence: Occurrence
    /// What a repetition of the request is compared with.
    let request: [UInt8]
    /// How full the outbox may be for it.
    let priority: OutboxPriority

    /// `request`: without what must not be stored, not even as a hash of it: a password could be guessed from that.
    /// `takesAway`: it can only take access away, so it is done also when the log has taken nothing for so long that
    /// other changes are refused. What may do both, as another role for a role, is no withdrawal: what it gives would
    /// use the room. It can be done in two steps, of which the first is one.
    package init(
        _ call: Call, _ request: some Message, _ occurrence: Occurrence, takesAway: Bool = false,
        answer: Answer.Type = Answer.self
    ) {
        self.call = call
        self.occurrence = occurrence
        self.request = request.encoded()
        priority = takesAway ? .withdrawal : .change
    }
}
