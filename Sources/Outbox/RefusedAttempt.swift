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

    /// `source`: where it came from, when nobody has proved who it is; else the event's actor is whose it is. How an
    /// attempt is recorded shows in the time that the answer takes, so a source must not depend on what the answer hides.
    package init(_ event: OpenEvent, _ method: MethodDescriptor, source: String? = nil) {
        self.init(event, method: method.path, source: source)
    }

    init(_ event: OpenEvent, method: String, source: String? = nil) {
        self.event = event
        self.method = method
        self.source = source ?? event.leaf.actor?.id ?? ""
    }
}
