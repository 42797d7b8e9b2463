internal import Messages
internal import Outbox
internal import SQL

/// A write under way: its transaction, and the event that the log will get of it.
struct Write {
    let tx: Transaction
    /// As far as it is known before the write.
    var draft: EventDraft
    let newID: @Sendable (String, Int64) -> String

    /// A new id.
    func id(_ prefix: String) -> String { newID(prefix, tx.now) }

    /// Writes the event of this call into the outbox; returns its id. `complete` adds what only the write knows.
    @discardableResult
    func report(
        in organization: String, _ changes: [FieldChange], _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws -> String {
        var draft = draft
        draft.organizationID = organization
        draft.changes = changes
        complete(&draft)
        let event = draft.encoded(at: tx.now)
        try tx.event(event)
        return try Event(decoding: event).id
    }
}
