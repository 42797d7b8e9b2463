package import Contract
package import Messages

/// An audit event before it has an id and a time. The service sets what is its own; then `encoded` goes to
/// `Transaction.event`.
package struct EventDraft: Sendable {
    /// Past tense, dotted, as in delegation.granted.
    package var action: String
    /// Whose log; empty for the installation's.
    package var organizationID: String
    package var eventClass = EventClass.audit
    package var outcome = EventOutcome.succeeded
    package var actor: EventActor
    package var target: EventTarget?
    package var changes: [EventChange] = []
    /// Those of values that tell about a person.
    package var personalChanges: [EventChange] = []
    /// The rule and reason behind a denial.
    package var reason = ""
    package var justification = ""
    package var isSelfGrant = false
    package var isLastFullAdminWarning = false
    package let origin: EventOrigin
    private let source: EventSource

    init(action: String, organizationID: String, actor: EventActor, origin: EventOrigin, source: EventSource) {
        self.action = action
        self.organizationID = organizationID
        self.actor = actor
        self.origin = origin
        self.source = source
    }

    /// A field before and after; one that did not change is left out.
    package mutating func change(_ path: String, from before: String, to after: String) {
        if let change = EventChange(path, before, after) { changes.append(change) }
    }

    /// A resource before and after.
    package mutating func record(_ differences: Differences) {
        changes += differences.open
        personalChanges += differences.personal
    }

    /// The event but for its id and time.
    package var event: Event {
        Event(
            organizationId: organizationID, eventClass: eventClass, action: action, outcome: outcome, actor: actor,
            target: target, changes: changes, reason: reason, justification: justification, origin: origin,
            selfGrant: isSelfGrant, lastFullAdminWarning: isLastFullAdminWarning, personalChanges: personalChanges)
    }

    /// The event with a new id. `now` is the transaction's time, microseconds UTC.
    package func encoded(at now: Int64) -> [UInt8] { source.encoded(event, at: now) }
}
