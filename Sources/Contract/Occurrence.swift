package import Messages

/// What a call does, or tries to do, as the log will name it.
package struct Occurrence: Sendable {
    package var action: EventAction
    /// What it is done to, as far as the request names it.
    package var target: EventTarget
    package var justification: String
    /// What the caller named the request.
    package var requestID: String
    /// It is only tried out: everything is checked and nothing changes (rule D26).
    package var validateOnly: Bool
    /// Who does it, where the call's account is not who.
    package var actor: EventActor?

    package init(
        _ action: EventAction, _ type: String, _ id: String = "", mailbox: String = "", subject: String = "",
        justification: String = "", requestID: String = "", validateOnly: Bool = false, actor: EventActor? = nil
    ) {
        self.action = action
        target = EventTarget(id: id, resourceType: type, mailboxId: mailbox, subjectId: subject)
        self.justification = justification
        self.requestID = requestID
        self.validateOnly = validateOnly
        self.actor = actor
    }
}
