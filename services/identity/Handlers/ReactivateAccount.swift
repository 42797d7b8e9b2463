internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Ends a suspension. The account's grants count again; its sessions do not come back (B3).
    func reactivateAccount(
        _ request: ReactivateAccountRequest, _ call: Call
    ) throws(Status) -> Answer<ReactivateAccountResponse> {
        .later { [identity] in
            try await answering {
                try Field.id(request.accountId, "account_id")
                try Field.justification(request.justification)
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence(
                            "account.reactivated", "account", request.accountId, subject: request.accountId,
                            justification: request.justification, requestID: request.requestId,
                            validateOnly: request.validateOnly))
                ) { write, administration in
                    let before = try administration.account(request.accountId)
                    let transition = try before.standing().reactivated(by: administration.administrator)
                    if transition.unchanged { return ReactivateAccountResponse(account: before, unchanged: true) }
                    var account = before
                    account.take(transition.standing)
                    account.suspendTime = nil
                    account = try write.tx.update(account)
                    let event = try write.report(in: account.organizationId, differences(before, account))
                    return ReactivateAccountResponse(account: account, eventId: event)
                }
            }
        }
    }
}
