package import Messages
package import RPC

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

    /// `request`: without what must not be stored, not even as a hash of it: a password could be guessed from that.
    package init(
        _ call: Call, _ request: some Message, _ occurrence: Occurrence, answer: Answer.Type = Answer.self
    ) {
        self.call = call
        self.occurrence = occurrence
        self.request = request.encoded()
    }
}
