import Messages

extension Event {
    /// In the installation's log: a source said two things under one number.
    static func refused(_ equivocation: Equivocation) -> Event {
        Event(
            eventClass: .audit, action: EventAction.logEquivocationRefused.name, outcome: .denied,
            actor: EventActor(id: equivocation.source, kind: .service),
            target: EventTarget(
                id: "\(equivocation.source)/\(equivocation.epoch)/\(equivocation.sequence)", resourceType: "event"),
            changes: [
                EventChange(
                    path: "leaf_hash", before: "\(equivocation.recorded)", after: "\(equivocation.offered)")
            ],
            origin: EventOrigin(service: EventLog.ownSource))
    }

    /// In the installation's log (rule E3: a gap is itself an event): what lies between the two numbers, the source has
    /// taken from its outbox, or never sent.
    static func refused(_ gap: Gap) -> Event {
        Event(
            eventClass: .audit, action: EventAction.logGapRefused.name, outcome: .denied,
            actor: EventActor(id: gap.source, kind: .service),
            target: EventTarget(id: "\(gap.source)/\(gap.epoch)/\(gap.expected)", resourceType: "event"),
            changes: [EventChange(path: "next_sequence", before: "\(gap.expected)", after: "\(gap.offered)")],
            origin: EventOrigin(service: EventLog.ownSource))
    }
}
