internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Suspends an account and ends its sessions in one transaction (B3). When this has answered, no follower allows on
    /// the old state (D17).
    func suspendAccount(
        _ request: SuspendAccountRequest, _ call: Call
    ) throws(Status) -> Answer<SuspendAccountResponse> {
        identity.changing(request, call) { write, administration in
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).suspended(
                by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
                fullAdmins: administration.fullAdmins)
            if transition.unchanged { return SuspendAccountResponse(account: before, unchanged: true) }
            let ended = try write.tx.deleteSessions(of: AccountID(before.id))
            let account = try write.store(transition, of: before) { $0.change("sessions", from: "\(ended)", to: "0") }
            return SuspendAccountResponse(account: account, warnings: transition.warnings)
        }
    }

    /// Ends a suspension. The account's grants count again; its sessions do not come back (B3).
    func reactivateAccount(
        _ request: ReactivateAccountRequest, _ call: Call
    ) throws(Status) -> Answer<ReactivateAccountResponse> {
        identity.changing(request, call) { write, administration in
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).reactivated(by: administration.administrator)
            return ReactivateAccountResponse(account: try write.store(transition, of: before), unchanged: transition.unchanged)
        }
    }
}
