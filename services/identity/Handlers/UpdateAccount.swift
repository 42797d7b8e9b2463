internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Changes the names that the mask lists.
    func updateAccount(_ request: UpdateAccountRequest, _ call: Call) throws(Status) -> Answer<UpdateAccountResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let wanted = request.account ?? Account()
            try Field.required(wanted.id, "account.id")
            let paths = try Field.mask(request.updateMask, of: ["display_name", "external_id"])
            let before = try administration.account(wanted.id)
            // Who acts can be named by it, as by an address (C6).
            if paths.contains("external_id") { try administration.administrator.mayManage(write.tx.standing(of: before)) }
            try Selectors(chosen: "account.id")
                .expect("account.organization_id", wanted.organizationId, is: before.organizationId)
            var account = before
            if paths.contains("display_name") { account.displayName = wanted.displayName }
            if paths.contains("external_id") { account.externalId = wanted.externalId }
            if write.differences(before, account).isEmpty { return UpdateAccountResponse(account: before, unchanged: true) }
            if before.state == .deleted { throw Refusal.wrongState(.deleted, "it cannot be changed") }
            if ExactText(account.externalId) != ExactText(before.externalId) {
                try identity.refuseTaken(
                    externalID: account.externalId, in: administration.administrator.organization, write.tx)
            }
            account = try write.tx.update(account)
            try write.report(before, account)
            return UpdateAccountResponse(account: account)
        }
    }
}
