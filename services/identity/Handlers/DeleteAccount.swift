internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Makes a tombstone of an account, and takes away what goes with it, in one transaction (B3). When this has answered, no
    /// follower allows on the old state (D17).
    func deleteAccount(_ request: DeleteAccountRequest, _ call: Call) throws(Status) -> Answer<DeleteAccountResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).deleted(
                by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
                fullAdmins: administration.fullAdmins)
            if transition.unchanged { return DeleteAccountResponse(account: before, unchanged: true) }
            try administration.mayWithdrawInvitation(of: before)
            let gone = try identity.end(before, .deleted, write)
            let account = try write.store(transition, of: before) { $0.changes += gone }
            return DeleteAccountResponse(account: account, warnings: transition.warnings)
        }
    }
}
