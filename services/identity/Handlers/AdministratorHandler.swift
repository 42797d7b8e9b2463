internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Who administers an organization.
struct AdministratorHandler: AdministratorService {
    let identity: Identity

    /// Gives a role beside those that the account has (A2, A8, C4, C5).
    func assignRole(_ request: AssignRoleRequest, _ call: Call) throws(Status) -> Answer<AssignRoleResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try administration.account(request.accountId)
            let role = try administration.role(request.roleId, in: request.unitId)
            let transition = try write.tx.standing(of: before).assigned(
                role, by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled)
            if !transition.unchanged {
                // Else whoever loses the role again could accept what they were invited to before (C4).
                let withdrawn = try identity.withdrawInvitation(of: AccountID(before.id), write.tx)
                try write.assign(role, to: before, transition) { $0.change("invitation", from: withdrawn, to: "") }
            }
            let (account, assignments) = try write.tx.administrator(AccountID(before.id))
            return AssignRoleResponse(account: account, assignments: assignments, unchanged: transition.unchanged)
        }
    }

    /// Takes a role away (A2, A4, C4, C5, C7).
    func unassignRole(_ request: UnassignRoleRequest, _ call: Call) throws(Status) -> Answer<UnassignRoleResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try administration.account(request.accountId)
            let role = try administration.role(request.roleId, in: request.unitId)
            let transition = try write.tx.standing(of: before).unassigned(
                role, by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
                fullAdmins: administration.fullAdmins)
            if !transition.unchanged {
                // Else a later role would make an old offer of ownership good again (A3).
                let isLast = transition.standing.kind != .administrator
                let offer = isLast ? try identity.voidOffer(to: before, write) : ""
                try write.unassign(role, from: before, transition) { $0.change("ownership_offer", from: offer, to: "") }
            }
            let (account, assignments) = try write.tx.administrator(AccountID(before.id))
            return UnassignRoleResponse(
                account: account, assignments: assignments, unchanged: transition.unchanged,
                warnings: transition.warnings)
        }
    }

    func listRoleAssignments(
        _ request: ListRoleAssignmentsRequest, _ call: Call
    ) throws(Status) -> Answer<ListRoleAssignmentsResponse> {
        identity.listing(request, call) { connection, reader, page in
            let found =
                if request.accountId.isEmpty {
                    try connection.assignments(
                        of: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
                } else {
                    try connection.assignments(
                        of: AccountID(
                            connection.account(AccountID(request.accountId)).found(in: reader.organizationID).id),
                        after: page.after, limit: page.rows)
                }
            let (shown, next) = page.cut(found, \.id)
            return ListRoleAssignmentsResponse(assignments: shown, nextPageToken: next)
        }
    }
}

extension Connection {
    /// An account as every answer shows it, with all that it holds.
    fileprivate func administrator(_ id: AccountID) throws -> (Account?, [RoleAssignment]) {
        (try account(id), try assignments(of: id))
    }
}
