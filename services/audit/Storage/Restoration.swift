import Messages

/// A source that begins to count anew: its database was restored from a backup.
///
/// What the log has of the life before stays. What of it is missing in the restored database, the log alone knows now.
package struct Restoration: Sendable, Equatable {
    package var source: String
    /// Of the life that begins.
    package var epoch: String
    package var earlierEpoch: String
    /// The sequence that was expected next from the life before.
    package var earlierNext: Int64

    package init(source: String, epoch: String, earlierEpoch: String, earlierNext: Int64) {
        self.source = source
        self.epoch = epoch
        self.earlierEpoch = earlierEpoch
        self.earlierNext = earlierNext
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
            ],
            origin: EventOrigin(service: EventLog.ownSource))
    }
}
