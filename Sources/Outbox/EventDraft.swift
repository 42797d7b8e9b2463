package import Contract
package import Messages

/// An audit event before it has an id and a time. The service sets what is its own; then `encoded` goes to
/// `Transaction.event`.
package struct EventDraft: Sendable {
    package var action: EventAction
    /// Whose log; empty for the installation's.
    package var organizationID: String
    package var eventClass = EventClass.audit
    package var outcome = EventOutcome.succeeded
    package var actor: EventActor
    /// For whom, where that is not the actor.
    package var behalf: [EventBehalf] = []
    package var target: EventTarget?
    package var changes: [EventChange] = []
    package var decision: EventDecision?
    package var flags: [EventFlag] = []
    /// The actor's words.
    package var justification = ""
    package let origin: EventOrigin
    /// The peer's.
    private let address: String
    /// What the caller named the request.
    private let requestID: String
    /// What is told about persons besides the actor's words and where they came from.
    private var personal: [(change: EventChange, subject: String)] = []
    private let source: EventSource

    init(
        action: EventAction, organizationID: String, actor: EventActor, origin: EventOrigin, address: String = "",
        requestID: String = "", source: EventSource
    ) {
        self.action = action
        self.organizationID = organizationID
        self.actor = actor
        self.origin = origin
        self.address = address
        self.requestID = requestID
        self.source = source
    }

    /// A field before and after; one that did not change is left out.
    package mutating func change(_ path: String, from before: String, to after: String) {
        if let change = EventChange(path, before, after) { changes.append(change) }
    }

    /// A resource before and after. What is personal in it is `subject`'s: the account that it tells about.
    package mutating func record(_ differences: Differences, of subject: String) {
        changes += differences.open
        personal += differences.personal.map { ($0, subject) }
    }

    /// The event but for its id and time.
    package var event: OpenEvent {
        var event = OpenEvent(
            Event(
                organizationId: organizationID, eventClass: eventClass, action: action.name, outcome: outcome, actor: actor,
                onBehalfOf: behalf, target: source.complete(target, in: organizationID), changes: changes, decision: decision,
                origin: origin, flags: flags))
        event.tell(.justification(justification, of: actor.id))
        event.tell(.address(address, of: actor.id))
        event.tell(.requestID(requestID, of: actor.id))
        for (change, subject) in personal { event.tell(change, of: subject) }
        return event
    }

    /// The event with a new id, for the outbox. `now` is the transaction's time, microseconds UTC.
    package func encoded(at now: Int64) -> EncodedEvent { source.encoded(event, at: now) }
}
