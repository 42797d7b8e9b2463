import AuditStorage
import Contract
import Messages
import RPC

/// What somebody wants to read, as the event that it is (rule C3).
struct Reading {
    var organization: String
    var occurrence: Occurrence
    /// What was asked for: each filter that was given.
    var query: [EventChange] = []
    /// What the request's values demand besides what its method does.
    var demandsNamed: [AccessDemand]

    init(_ request: some LoggedRequest, of organization: String, query: [EventChange] = []) {
        self.organization = organization
        occurrence = request.occurrence
        self.query = query
        demandsNamed = request.demandsNamed
    }

    func succeeded(_ call: Call, by account: AuthorizedAccount) -> Event {
        event(
            call, .succeeded,
            EventActor(
                id: account.accountID, kind: .account,
                role: account.roleIDs.joined(separator: ","),
                authenticatedBy: account.authenticatedBy))
    }

    /// The end of a watch, however it came: DENIED when the account lost its right meanwhile.
    func ended(_ call: Call, by account: AuthorizedAccount, _ course: [EventChange], because status: Status) -> Event {
        var event = succeeded(call, by: account)
        event.action = "audit_log.watch_ended"
        event.changes += course
        let isDenied = status.code == .permissionDenied || status.code == .unauthenticated
        event.outcome = isDenied ? .denied : .succeeded
        event.reason = status.reason == .unspecified ? "\(status.code)" : status.reason.name.lowercased()
        return event
    }

    func denied(_ call: Call, because status: Status) -> Event {
        // Who was judged, when the authorizer learned it; else the name, from a caller that may speak for accounts.
        let session = call.metadata(MetadataKey.session) != nil
        let named = session ? nil : call.metadata(MetadataKey.account)
        let role = status.metadata["roles"] ?? ""
        var event = event(
            call, .denied,
            EventActor(
                id: call.judged?.accountID ?? clipped(named ?? ""), kind: .account, role: role == "none" ? "" : role,
                authenticatedBy: session ? "session" : "caller"))
        event.reason =
            "needs \(status.metadata["scope"] ?? "") \(status.metadata["needed"] ?? ""), "
            + "has \(status.metadata["held"] ?? "")"
        return event
    }

    private func event(_ call: Call, _ outcome: EventOutcome, _ actor: EventActor) -> Event {
        Event(
            organizationId: organization, eventClass: .audit, action: occurrence.action, outcome: outcome, actor: actor,
            target: occurrence.target, changes: query,
            origin: EventOrigin(
                caller: clipped(call.peer.caller), address: clipped(call.peer.address),
                service: EventLog.ownSource, traceparent: clipped(call.traceparent ?? "")))
    }

    /// What a caller sends must not make the event too long to be recorded.
    private func clipped(_ text: String) -> String {
        text.utf8.count <= 500 ? text : String(text.unicodeScalars.prefix(120).map(Character.init))
    }
}
