internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

extension DelegationHandler {
    func revokeDelegation(_ request: RevokeDelegationRequest, _ call: Call) throws(Status) -> Answer<RevokeDelegationResponse> {
        mailboxes.perform(
            DelegationChange(needsView: false) { [mailboxes] write, _, delegation in
                try write.tx.delete(delegation)
                try mailboxes.moveTimes(of: delegation, from: delegation.window, to: .always, write.tx)
                try write.report(delegation, nil)
                try mailboxes.removeSignatures(with: delegation, write.tx)
                return RevokeDelegationResponse(delegation: delegation)
            }, request, call)
    }
}
