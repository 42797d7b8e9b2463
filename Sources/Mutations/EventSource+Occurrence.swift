package import Contract
internal import Messages
package import Outbox
package import RPC

extension EventSource {
    package func draft(_ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence) -> EventDraft {
        var draft = draft(call, account: account, action: occurrence.action, requestID: occurrence.requestID)
        draft.target = occurrence.target
        draft.justification = occurrence.justification
        if let actor = occurrence.actor { draft.actor = actor }
        return draft
    }

    /// Of what no call has asked for.
    func draft(_ change: SystemChange) -> EventDraft {
        var draft = draft(bySystem: change.action)
        draft.target = change.target
        if !change.behalf.isEmpty { draft.behalf = [EventBehalf(accountId: change.behalf)] }
        return draft
    }
}
