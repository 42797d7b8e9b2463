internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Who administers an organization.
struct AdministratorHandler: AdministratorService {
    let identity: Identity

    /// Gives a role, changes it or takes it away (A2, A4, C4, C5, C7).
    func assignRole(_ request: AssignRoleRequest, _ call: Call) throws(Status) -> Answer<AssignRoleResponse> {
        identity.changing(request, call, takesAway: request.role == .unspecified) { write, administration in
            let before = try administration.account(request.accountId)
            let transition = try before.standing().assigned(
                Standing.Role(request.role), by: administration.administrator,
                rolesEnabled: administration.organization.rolesEnabled, fullAdmins: administration.fullAdmins)
            if transition.unchanged { return AssignRoleResponse(account: before, unchanged: true) }
            let account = try write.store(transition, of: before)
            return AssignRoleResponse(account: account, warnings: transition.warnings)
        }
    }
}
