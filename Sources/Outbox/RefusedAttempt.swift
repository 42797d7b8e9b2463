package import Contract
internal import Messages
package import RPC

/// Something that was refused to somebody.
package struct RefusedAttempt: Sendable {
    /// As it is written down alone, but for its id and time.
    let event: OpenEvent
    /// As in `mandate.mailbox.v1.DelegationService/GrantDelegation`.
    let method: String
    /// Whose refusals are bounded together.
    let source: String

    /// `source`: where it came from, when nobody has proved who it is; else it is the actor's, or that of the account for which
    /// a service acts. How an attempt is recorded shows in the time that the answer takes, so a source must not depend on what
    /// the answer hides.
    package init(_ event: OpenEvent, _ method: MethodDescriptor, source: String? = nil) {
        self.init(event, method: method.path, source: source)
    }

    init(_ event: OpenEvent, method: String, source: String? = nil) {
        self.event = event
        self.method = method
        self.source = source ?? event.leaf.refused
    }
}

extension Event {
    /// Who was refused: for whom it was done, else who did it. A service that asks for thousands is not one of them.
    var refused: String { onBehalfOf.first?.accountId ?? actor?.id ?? "" }
}
