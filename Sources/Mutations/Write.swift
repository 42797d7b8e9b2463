package import Messages
package import Outbox
package import SQL

/// A write under way: its transaction, and the event that the log will get of it.
package struct Write {
    package let tx: Transaction
    /// As far as it is known before the write.
    let draft: EventDraft
    let newID: @Sendable (String, Int64) -> String
    /// It is going to be undone: no event of it will be in any log.
    let validateOnly: Bool
    /// Of its event.
    let priority: OutboxPriority

    /// A new id.
    package func id(_ prefix: String) -> String { newID(prefix, tx.now) }

    /// Writes the event of this call into the outbox. Returns its id; nothing for one that nobody will find.
    ///
    /// `complete` adds what only the write knows.
    @discardableResult
    package func report(
        in organization: String, _ changes: [EventChange] = [], _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws -> String {
        var draft = draft
        draft.organizationID = organization
        draft.changes = changes
        complete(&draft)
        let event = draft.encoded(at: tx.now)
        try tx.event(event, priority)
        return validateOnly ? "" : try Event(decoding: event).id
    }
}
