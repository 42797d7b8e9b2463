internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// A functional account, active at once: nobody signs in to it (B1). Its mailbox exists because it does.
    func createFunctionalAccount(
        _ request: CreateFunctionalAccountRequest, _ call: Call
    ) throws(Status) -> Answer<CreateFunctionalAccountResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let account = try NewAccount(request.account).insert(write, identity, type: .functional, state: .active)
            try write.report(nil, account)
            return CreateFunctionalAccountResponse(
                account: account, mailboxId: "mbx_" + account.id.dropFirst("acc_".count))
        }
    }
}
