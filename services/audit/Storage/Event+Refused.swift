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
}
