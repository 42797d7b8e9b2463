internal import Contract
internal import Messages
internal import Outbox
internal import RPC

/// What a call does, or tries to do, as the log will name it.
struct Occurrence: Sendable {
    /// Past tense, dotted.
    var action: String
    /// What it is done to, as far as the request names it.
    var target: Target
    var justification: String
    /// What the caller named the request.
    var requestID: String
    /// Who does it, where the call's account is not who.
    var actor: Messages.Actor?

    init(
        _ action: String, _ type: String, _ id: String = "", subject: String = "", justification: String = "",
        requestID: String = "", actor: Messages.Actor? = nil
    ) {
        self.action = action
        target = Target(id: id, type: type, subjectId: subject)
        self.justification = justification
        self.requestID = requestID
        self.actor = actor
    }
}

extension EventSource {
    func draft(_ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence) -> EventDraft {
        var draft = draft(call, account: account, action: occurrence.action, requestID: occurrence.requestID)
        draft.target = occurrence.target
        draft.justification = occurrence.justification
        if let actor = occurrence.actor { draft.actor = actor }
        return draft
    }
}

extension Messages.Actor {
    /// An account that proved who it is by something else than a session or its caller's word.
    init(account: Account, authenticatedBy: String) {
        self.init(
            id: account.id, kind: .account,
            role: account.role == .unspecified ? "" : account.role.shortName.lowercased(),
            authenticatedBy: authenticatedBy)
    }

    /// The operator behind a certificate, whatever account the call names.
    init(operatorOf call: Call) {
        self.init(id: call.peer.caller, kind: .operator, authenticatedBy: "certificate")
    }
}
