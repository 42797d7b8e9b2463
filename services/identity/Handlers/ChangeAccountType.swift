internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Makes another type of an account; what a functional one cannot have goes in the same transaction (B1).
    func changeAccountType(
        _ request: ChangeAccountTypeRequest, _ call: Call
    ) throws(Status) -> Answer<ChangeAccountTypeResponse> {
        identity.changing(request, call) { [identity] write, administration in
            guard let wanted = Standing.Kind(rawValue: Int64(request.accountType.rawValue)) else {
                throw Refusal.invalid("account_type", "no such type")
            }
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).retyped(
                wanted, by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
                fullAdmins: administration.fullAdmins)
            if transition.unchanged { return ChangeAccountTypeResponse(account: before, unchanged: true) }
            try administration.mayWithdrawInvitation(of: before)
            let gone = wanted == .functional ? try identity.end(before, .functional, write) : []
            let account = try write.store(transition, of: before) { $0.changes += gone }
            if account.state == .suspended { try identity.keepTimes(of: account, write.tx) }
            return ChangeAccountTypeResponse(
                account: account, warnings: transition.warnings, withoutPassword: wanted == .user)
        }
    }
}
