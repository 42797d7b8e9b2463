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
        demandsNamed = request.demandsNamed
    }

    func succeeded(_ call: Call, by account: AuthorizedAccount) -> OpenEvent {
        event(
            call, .succeeded,
            EventActor(
                id: account.accountID, kind: .account, roleIds: account.roleIDs,
                authenticatedBy: account.authenticatedBy))
    }

    /// The end of a watch, however it came: DENIED when the account lost its right meanwhile.
    func ended(_ call: Call, by account: AuthorizedAccount, _ course: [EventChange], because status: Status) -> OpenEvent {
        var event = succeeded(call, by: account)
        event.leaf.action = EventAction.auditLogWatchEnded.name
        event.leaf.changes += course
        let isDenied = status.code == .permissionDenied || status.code == .unauthenticated
        event.leaf.outcome = isDenied ? .denied : .succeeded
        event.leaf.decision = EventDecision(status)
        return event
    }

    func denied(_ call: Call, because status: Status) -> OpenEvent {
        // Who was judged, when the authorizer learned it; else the name, from a caller that may speak for accounts.
        let session = call.metadata(MetadataKey.session) != nil
        let named = session ? nil : call.metadata(MetadataKey.account)
        let roles = (status.metadata["roles"] ?? "").split(separator: ",").map(String.init)
        var event = event(
            call, .denied,
            EventActor(
                id: call.judged?.accountID ?? clipped(named ?? ""), kind: .account, roleIds: roles.filter { $0 != "none" },
                authenticatedBy: session ? "session" : "caller"))
        event.leaf.decision = EventDecision(status)
        return event
    }

    private func event(_ call: Call, _ outcome: EventOutcome, _ actor: EventActor) -> OpenEvent {
        var event = OpenEvent(
            Event(
                organizationId: log.organization, eventClass: .audit, action: occurrence.action.name, outcome: outcome,
                actor: actor,
                target: occurrence.target, changes: query,
                origin: EventOrigin(
                    caller: clipped(call.peer.caller), service: EventLog.ownSource,
                    traceparent: clipped(call.traceparent ?? ""))))
        event.tell(.address(clipped(call.peer.address), of: actor.id))
        return event
    }

    /// What a caller sends must not make the event too long to be recorded.
    private func clipped(_ text: String) -> String {
        text.utf8.count <= 500 ? text : String(text.unicodeScalars.prefix(120).map(Character.init))
    }
}
