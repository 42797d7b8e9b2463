internal import Messages

/// A rule of the protocol that the peer broke. It ends the connection.
struct Violation: Error, Equatable, CustomStringConvertible {
    let reason: GoawayReason
    /// The rule in words, for a person at the other end.
    let message: String

    /// For the log. Without it text would be made by reflection, dear enough that a peer could have it made often.
    var description: String { "\(reason.shortName): \(message)" }

    init(_ reason: GoawayReason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}
