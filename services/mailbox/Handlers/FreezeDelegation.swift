internal import Contract
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC

extension DelegationHandler {
    /// What is frozen keeps its terms and its times, and can be given others: it counts again as it is then (D2).
    func freezeDelegation(_ request: FreezeDelegationRequest, _ call: Call) throws(Status) -> Answer<FreezeDelegationResponse> {
        mailboxes.perform(
            DelegationChange(needsView: false) { write, _, delegation in
                let (after, unchanged) = try write.set(delegation, frozen: true)
                return FreezeDelegationResponse(delegation: after, unchanged: unchanged)
            }, request, call)
    }

    func unfreezeDelegation(
        _ request: UnfreezeDelegationRequest, _ call: Call
    ) throws(Status) -> Answer<UnfreezeDelegationResponse> {
        mailboxes.perform(
            DelegationChange(needsView: true) { write, _, delegation in
                let (after, unchanged) = try write.set(delegation, frozen: false)
                return UnfreezeDelegationResponse(delegation: after, unchanged: unchanged)
            }, request, call)
    }
}

extension Write {
    fileprivate func set(
        _ delegation: Messages.Delegation, frozen: Bool
    ) throws -> (after: Messages.Delegation, unchanged: Bool) {
        if delegation.frozen == frozen { return (delegation, true) }
        var after = delegation
        after.frozen = frozen
        after = try tx.update(after)
        // No caller sets it, so it is none of the differences by itself.
        try report(delegation, after) {
            $0.change("frozen", from: delegation.frozen.eventText, to: after.frozen.eventText)
        }
        return (after, false)
    }
}
