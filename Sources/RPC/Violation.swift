internal import Messages

/// A rule of the protocol that the peer broke. It ends the connection.
struct Violation: Error, Equatable {
    let reason: GoawayReason
    /// The rule in words, for a person at the other end.
    let message: String

    init(_ reason: GoawayReason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}
