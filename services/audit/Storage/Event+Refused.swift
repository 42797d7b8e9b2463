import Messages

extension Event {
    /// In the installation's log: a source said two things under one number.
    static func refused(_ equivocation: Equivocation) -> Event {
        Event(
            class: .audit, action: "log.equivocation_refused", outcome: .denied,
            actor: Actor(id: equivocation.source, kind: .service),
            target: Target(
                id: "\(equivocation.source)/\(equivocation.epoch)/\(equivocation.sequence)", type: "event"),
            changes: [
                FieldChange(
                    path: "leaf_hash", before: "\(equivocation.recorded)", after: "\(equivocation.offered)")
            ],
            origin: Origin(service: EventLog.ownSource))
    }
}
