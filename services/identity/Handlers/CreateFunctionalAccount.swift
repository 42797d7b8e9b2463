internal import Contract
internal import IdentityDomain
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// A functional account, active at once: nobody signs in to it (B1). Its mailbox exists because it does.
    func createFunctionalAccount(
        _ request: CreateFunctionalAccountRequest, _ call: Call
    ) throws(Status) -> Answer<CreateFunctionalAccountResponse> {
        .later { [identity] in
            try await answering {
                let new = try NewAccount(request.account, requestID: request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence("account.created", "account", requestID: request.requestId, validateOnly: request.validateOnly)
                    ),
                    organization: new.organization.text
                ) { write, administration in
                    let account = try new.insert(write, type: .functional, state: .active)
                    try write.report(in: account.organizationId, differences(Account(), account)) {
                        $0.target?.id = account.id
                    }
                    return CreateFunctionalAccountResponse(
                        account: account, mailboxId: "mbx_" + account.id.dropFirst("acc_".count))
                }
            }
        }
    }
}
