import Messages

/// A source that begins to count anew: its database was restored from a backup.
///
/// What the log has of the life before stays. What of it is missing in the restored database, the log alone has now.
package struct Restoration: Sendable, Equatable {
    package var source: String
    /// Of the life that begins.
    package var epoch: String
    package var earlierEpoch: String
    /// The sequence that was expected next from the life before.
    package var earlierNext: Int64
    /// The sequence that the copy would have given out next; nil where it is a copy of another life, or does not say.
    package var copyNext: Int64?

    /// How many events the log has that the restored database does not; nil where nobody knows.
    package var beyondCopy: Int64? { copyNext.map { max(0, earlierNext - $0) } }

    package init(source: String, epoch: String, earlierEpoch: String, earlierNext: Int64, copyNext: Int64? = nil) {
        self.source = source
        self.epoch = epoch
        self.earlierEpoch = earlierEpoch
        self.earlierNext = earlierNext
        self.copyNext = copyNext
    }
}

extension Event {
    /// In the installation's log (rule E3: a gap is itself an event).
    static func restored(_ restoration: Restoration) -> Event {
        Event(
            eventClass: .audit, action: EventAction.logSourceRestored.name, outcome: .succeeded,
            actor: EventActor(id: restoration.source, kind: .service),
            target: EventTarget(id: "\(restoration.source)/\(restoration.epoch)", resourceType: "source"),
            changes: [
                EventChange(path: "epoch", before: restoration.earlierEpoch, after: restoration.epoch),
                EventChange(path: "next_sequence", before: "\(restoration.earlierNext)", after: "1"),
                EventChange(path: "events_beyond_copy", after: restoration.beyondCopy.map(String.init) ?? "unknown"),
            ],
            origin: EventOrigin(service: EventLog.ownSource))
    }
}
