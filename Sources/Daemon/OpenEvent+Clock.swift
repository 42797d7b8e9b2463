internal import Contract
internal import Messages
internal import RPC

// The clock in the installation's log. Ids and times are given where an event is recorded.

extension OpenEvent {
    /// The wall clock has moved by itself. Succeeded: decisions go by it where it is now, after a step ahead that was taken
    /// or one that was undone. Denied: they do not, and the reason says how they go on.
    static func clockJumped(_ jump: ClockState.Jump, times: Int, _ state: ClockState, server: String) -> OpenEvent {
        let reason: EventReason? =
            switch state.standing {
            case .following: nil
            case .ahead: .clockBehind
            case .jumpPending: .clockJumpPending
            }
        let event = Event(
            eventClass: .audit, action: EventAction.clockJumped.name, outcome: reason == nil ? .succeeded : .denied,
            actor: EventActor(id: server, kind: .service), target: EventTarget(id: server, resourceType: "clock"),
            changes: [
                EventChange(path: "wall_time", before: text(jump.expected), after: text(jump.wall)),
                EventChange(path: "decision_time", after: text(state.time)),
                EventChange(path: "jumps", after: "\(times)"),
            ],
            decision: reason.map { EventDecision($0) }, origin: EventOrigin(service: server))
        return OpenEvent(event)
    }

    /// An operator takes the jump that waits. Denied: it was not taken after all, for it was not there any more.
    static func clockAccepted(_ state: ClockState, isTaken: Bool, server: String, _ call: Call) -> OpenEvent {
        var event = OpenEvent(
            Event(
                eventClass: .audit, action: EventAction.clockAccepted.name, outcome: isTaken ? .succeeded : .denied,
                actor: EventActor(id: call.peer.caller, kind: .operator, authenticatedBy: "certificate"),
                target: EventTarget(id: server, resourceType: "clock"),
                changes: [EventChange(path: "decision_time", before: text(state.time), after: text(state.wall))],
                decision: isTaken ? nil : EventDecision(.clockJumpGone),
                origin: EventOrigin(caller: call.peer.caller, service: server, traceparent: call.traceparent ?? "")))
        event.tell(.address(call.peer.address, of: call.peer.caller))
        return event
    }

    private static func text(_ micros: Int64) -> String {
        Timestamp(microsecondsSince1970: micros).rfc3339(fractionDigits: 3)
    }
}
