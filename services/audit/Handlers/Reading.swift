import AuditStorage
import Contract
import Messages
import RPC

/// What somebody wants to read, as the event that it is (rule C3).
struct Reading {
    var log: LogName
    var occurrence: Occurrence
    /// What was asked for: each filter that was given.
    var query: [EventChange] = []
    /// What the request's values demand besides what its method does.
    var demandsNamed: [AccessDemand]

    init(_ request: some LoggedRequest, of log: LogName, query: [EventChange] = []) {
        self.log = log
        occurrence = request.occurrence
        self.query = query
        // Readings of both are in the audit log.
        if log.eventClass != .audit {
            self.query.append(EventChange(path: "query.event_class", after: log.eventClass.shortName.lowercased()))
        }
        demandsNamed = request.demandsNamed
    }

    func succeeded(_ call: Call, by reader: Reader) -> OpenEvent {
        event(call, .succeeded, log.organization, reader)
    }

    /// The end of a watch, however it came: DENIED when the account lost its right meanwhile.
    func ended(_ call: Call, by reader: Reader, _ course: [EventChange], because status: Status) -> OpenEvent {
        var event = succeeded(call, by: reader)
        event.leaf.action = EventAction.auditLogWatchEnded.name
        event.leaf.changes += course
        let isDenied = status.code == .permissionDenied || status.code == .unauthenticated
        event.leaf.outcome = isDenied ? .denied : .succeeded
        event.leaf.decision = EventDecision(status)
        return event
    }

    func refused(_ call: Call, by reader: Reader, _ decision: EventDecision) -> OpenEvent {
        var event = event(call, .denied, reader.organization, reader)
        event.leaf.decision = decision
        return event
    }

    private func event(_ call: Call, _ outcome: EventOutcome, _ organization: String, _ reader: Reader) -> OpenEvent {
        var event = OpenEvent(
            Event(
                organizationId: organization, eventClass: .audit, action: occurrence.action.name, outcome: outcome,
                actor: reader.actor, target: occurrence.target, changes: query, decision: reader.decision,
                origin: EventOrigin(
                    caller: clipped(call.peer.caller), service: EventLog.ownSource,
                    traceparent: clipped(call.traceparent ?? ""))))
        event.tell(.address(clipped(call.peer.address), of: reader.actor.id))
        return event
    }

    /// What a caller sends must not make the event too long to be recorded.
    private func clipped(_ text: String) -> String {
        text.utf8.count <= 500 ? text : String(text.unicodeScalars.prefix(120).map(Character.init))
    }
}
