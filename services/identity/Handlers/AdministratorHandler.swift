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
        .later { [identity] in
            try await answering {
                try Field.id(request.accountId, "account_id")
                if case .unrecognized = request.role { throw Refusal.invalid("role", "no such role") }
                try Field.justification(request.justification)
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence(
                            "role.assigned", "account", request.accountId, subject: request.accountId,
                            justification: request.justification, requestID: request.requestId,
                            validateOnly: request.validateOnly),
                        takesAway: request.role == .unspecified)
                ) { write, administration in
                    try assign(Standing.Role(request.role), to: request.accountId, write, administration)
                }
            }
        }
    }
}

private func assign(
    _ role: Standing.Role?, to id: String, _ write: Write, _ administration: Administration
) throws -> AssignRoleResponse {
    let before = try administration.account(id)
    let transition = try before.standing().assigned(
        role, by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
        fullAdmins: administration.fullAdmins)
    if transition.unchanged { return AssignRoleResponse(account: before, unchanged: true) }
    var account = before
    account.take(transition.standing)
    account = try write.tx.update(account)
    let event = try write.report(in: account.organizationId, differences(before, account)) {
        $0.isLastFullAdminWarning = transition.leavesOneFullAdmin
    }
    return AssignRoleResponse(account: account, eventId: event, warning: transition.warning)
}
