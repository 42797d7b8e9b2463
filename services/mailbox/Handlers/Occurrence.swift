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
    var requestID: String

    init(
        _ action: String, _ type: String, _ id: String = "", mailbox: String = "", subject: String = "",
        justification: String = "", requestID: String = ""
    ) {
        self.action = action
        target = Target(id: id, type: type, mailboxId: mailbox, subjectId: subject)
        self.justification = justification
        self.requestID = requestID
    }
}

extension EventSource {
    func draft(_ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence) -> EventDraft {
        var draft = draft(call, account: account, action: occurrence.action, requestID: occurrence.requestID)
        draft.target = occurrence.target
        draft.justification = occurrence.justification
        return draft
    }
}
