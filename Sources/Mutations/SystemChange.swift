package import Messages
package import SQL

/// How a service changes something that no call asks for: what time does, and what follows from a change elsewhere.
///
/// It has no request id, for what makes it happen is stored and goes in the same write; no etag, for nobody has seen
/// anything; nothing to try out and nobody to answer. All else is as for a `Mutation`: one transaction with its event, of
/// which a change cannot be without; after the commit the service's own view, then its followers.
package struct SystemChange: Sendable {
    /// What the log calls it.
    package let action: EventAction
    /// What it is done to. Without an id it is the resource that `Write.report` gets.
    package let target: EventTarget
    /// The account that wanted it so, as who set the end of what ends; empty for nobody.
    package let behalf: String
    /// How full the outbox may be for it.
    package let priority: OutboxPriority

    package init(_ action: EventAction, _ target: EventTarget, behalf: String = "", takesAway: Bool) {
        self.action = action
        self.target = target
        self.behalf = behalf
        priority = takesAway ? .withdrawal : .change
    }
}
