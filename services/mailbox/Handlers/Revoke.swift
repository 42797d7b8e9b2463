internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC
internal import SQL

extension DelegationHandler {
    /// Needs no fresh view of an owner or a Full admin: what is taken away may be taken away while identity is out of
    /// reach of the feed.
    func revoke(_ request: RevokeRequest, _ call: Call) throws(Status) -> Answer<RevokeResponse> {
        .later { [mailboxes] in
            try await answering {
                let which = try Which(request)
                try Field.justification(request.justification)
                try Field.requestID(request.requestId)
                let known = try await mailboxes.store.read { try which.find($0) }
                let occurrence = Occurrence(
                    "delegation.revoked", "delegation", known?.id ?? request.delegationId,
                    mailbox: known?.mailboxId ?? request.mailboxId, subject: known?.granteeId ?? request.granteeId,
                    justification: request.justification, requestID: request.requestId, validateOnly: request.validateOnly)
                return try await mailboxes.administer(
                    Mutation(call, request, occurrence, takesAway: true), needsView: false
                ) { write, account in
                    try mailboxes.remove(which, by: account, call, write)
                }
            }
        }
    }
}

/// Which delegation: by its id, else by its mailbox and grantee.
private enum Which {
    case id(DelegationID)
    case row(MailboxID, Grantee)

    init(_ request: RevokeRequest) throws(Status) {
        if request.delegationId.isEmpty {
            self = .row(
                try Field.mailbox(request.mailboxId, "mailbox_id"),
                try Field.grantee(request.granteeId, "grantee_id"))
        } else {
            self = .id(try Field.delegation(request.delegationId, "delegation_id"))
        }
    }

    func find(_ connection: any Connection) throws(SQLError) -> Messages.Delegation? {
        switch self {
        case .id(let id): try connection.delegation(id)
        case .row(let mailbox, let grantee): try connection.delegation(of: mailbox, to: grantee)
        }
    }
}

extension Mailboxes {
    fileprivate func remove(
        _ which: Which, by account: AuthorizedAccount, _ call: Call, _ write: Write
    ) throws -> RevokeResponse {
        guard let delegation = try which.find(write.tx), delegation.organizationId == account.organizationID else {
            throw Status.notFound
        }
        if let id = MailboxID(delegation.mailboxId), !account.mayGuard(id) {
            // Whose mailbox it is must be known, and known now: without a valid view nobody else is let through.
            try ready(call)
            if let mailbox = index.mailbox(id) { try guardAdministrator(mailbox, account) }
        }
        try write.tx.delete(delegation)
        let event = try write.report(in: delegation.organizationId) { draft in
            draft.target?.id = delegation.id
            draft.record(delegation, nil)
        }
        return RevokeResponse(delegation: delegation, eventId: event)
    }
}
