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
        .later { [identity] in
            try await answering {
                try Field.id(request.accountId, "account_id")
                try Field.justification(request.justification)
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence(
                            "account.suspended", "account", request.accountId, subject: request.accountId,
                            justification: request.justification, requestID: request.requestId,
                            validateOnly: request.validateOnly),
                        takesAway: true)
                ) { write, administration in
                    try suspend(request.accountId, write, administration)
                }
            }
        }
    }
}

private func suspend(
    _ id: String, _ write: Write, _ administration: Administration
) throws -> SuspendAccountResponse {
    let before = try administration.account(id)
    let transition = try before.standing().suspended(
        by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
        fullAdmins: administration.fullAdmins)
    if transition.unchanged { return SuspendAccountResponse(account: before, unchanged: true) }
    var account = before
    account.take(transition.standing)
    account.suspendTime = Timestamp(microsecondsSince1970: write.tx.now)
    account = try write.tx.update(account)
    let ended = try write.tx.deleteSessions(of: AccountID(id))
    var changes = differences(before, account)
    if let sessions = EventChange("sessions", "\(ended)", "0") { changes.append(sessions) }
    let event = try write.report(in: account.organizationId, changes) {
        $0.isLastFullAdminWarning = transition.leavesOneFullAdmin
    }
    return SuspendAccountResponse(account: account, eventId: event, warning: transition.warning)
}

extension Transition {
    /// C7, for the answer.
    var warning: String { leavesOneFullAdmin ? "one active Full admin is left" : "" }
}
