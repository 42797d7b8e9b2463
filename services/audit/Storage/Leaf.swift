import AuditDomain
import Messages

/// An event on its way into a log: its exact bytes, their hash, the fields to search by, and what stands beside it.
struct Leaf: Sendable {
    let bytes: [UInt8]
    let hash: TreeHash
    let personal: PersonalValues
    let log: LogName
    let id: String
    let outcome: Int32
    /// Microseconds UTC; nil where the event does not say.
    let occurTime: Int64?
    let action: String
    let actor: String?
    let target: String?
    let mailbox: String?
    let subject: String?

    /// An encoded AppendedEvent. `place` is the event's in its batch, for the error.
    init(_ bytes: [UInt8], place: Int) throws(LogError) {
        let appended: AppendedEvent
        do throws(MessageError) {
            appended = try AppendedEvent(decoding: bytes)
        } catch {
            throw LogError(.malformedEvent(place: place), "event \(place): \(error.message)")
        }
        try self.init(appended, place: place)
    }

    init(_ appended: AppendedEvent, place: Int) throws(LogError) {
        let bytes = appended.leaf
        guard bytes.count <= Batch.eventBytesMax else {
            throw LogError(
                .eventTooLong(place: place),
                "event \(place) has \(bytes.count) bytes, at most \(Batch.eventBytesMax) are allowed")
        }
        let event: Event
        do throws(MessageError) {
            event = try Event(decoding: bytes)
        } catch {
            throw LogError(.malformedEvent(place: place), "event \(place): \(error.message)")
        }
        if let time = event.occurTime, time.microsecondsSince1970 == nil {
            throw LogError(.malformedEvent(place: place), "event \(place): occur_time is no time")
        }
        guard let log = LogName(of: event) else {
            throw LogError(.malformedEvent(place: place), "event \(place): event_class or organization_id is none of a log")
        }
        do throws(PersonalValues.Mismatch) {
            personal = try PersonalValues(appended.personal, of: event)
        } catch {
            throw LogError(.malformedEvent(place: place), "event \(place): \(error.message)")
        }
        self.bytes = bytes
        hash = .leaf(bytes)
        self.log = log
        id = event.id
        outcome = event.outcome.rawValue
        occurTime = event.occurTime?.microsecondsSince1970
        action = event.action
        actor = Self.key(event.actor?.id)
        target = Self.key(event.target?.id)
        mailbox = Self.key(event.target?.mailboxId)
        subject = Self.key(event.target?.subjectId)
    }

    private static func key(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }
}
