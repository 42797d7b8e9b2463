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
    func revokeDelegation(_ request: RevokeDelegationRequest, _ call: Call) throws(Status) -> Answer<RevokeDelegationResponse> {
        .later { [mailboxes] in
            try await answering {
                let which = try Which(request)
                let known = try await mailboxes.store.read { try which.find($0) }
                var occurrence = request.occurrence
                if let known {
                    occurrence.target.id = known.id
                    occurrence.target.mailboxId = known.mailboxId
                    occurrence.target.subjectId = known.granteeId
                }
                let mutation = Mutation(call, request, occurrence, answer: RevokeDelegationResponse.self)
                // What is another organization's is in no event of this one.
                let refused = {
                    known?.organizationId == call.judged?.organizationID ? mutation.occurrence : request.occurrence
                }
                return try await mailboxes.mutator.refusing(call, mutation.access, refused) {
                    try await mailboxes.administer(mutation, needsView: false) { write, account in
                        try mailboxes.remove(which, by: account, call, write)
                    }
                }
            }
        }
    }
}

/// Which delegation: by its id, else by its mailbox and grantee.
private enum Which {
    case id(DelegationID, mailbox: String, grantee: String)
    case row(MailboxID, Grantee)

    init(_ request: RevokeDelegationRequest) throws(Status) {
        if request.delegationId.isEmpty {
            self = .row(
                try Field.mailbox(request.mailboxId, "mailbox_id"),
                try Field.grantee(request.granteeId, "grantee_id"))
        } else {
            self = .id(
                try Field.delegation(request.delegationId, "delegation_id"), mailbox: request.mailboxId,
                grantee: request.granteeId)
        }
    }

    func find(_ connection: any Connection) throws(SQLError) -> Messages.Delegation? {
        switch self {
        case .id(let id, _, _): try connection.delegation(id)
        case .row(let mailbox, let grantee): try connection.delegation(of: mailbox, to: grantee)
        }
    }

    /// What else the request says of the delegation is so.
    func expect(_ delegation: Messages.Delegation) throws(Status) {
        guard case .id(_, let mailbox, let grantee) = self else { return }
        let selectors = Selectors(chosen: "delegation_id")
        try selectors.expect("mailbox_id", mailbox, is: delegation.mailboxId)
        try selectors.expect("grantee_id", grantee, is: delegation.granteeId)
    }
}

extension Mailboxes {
    fileprivate func remove(
        _ which: Which, by account: AuthorizedAccount, _ call: Call, _ write: Write
    ) throws -> RevokeDelegationResponse {
        guard let delegation = try which.find(write.tx), delegation.organizationId == account.organizationID else {
            throw Status.notFound
        }
        try which.expect(delegation)
        if let id = MailboxID(delegation.mailboxId), !account.mayGuard(id) {
            // Whose mailbox it is must be known, and known now: without a valid view nobody else is let through.
            try ready(call)
            if let mailbox = index.mailbox(id) { try guardAdministrator(mailbox, account) }
        }
        try write.tx.delete(write.changing(delegation))
        try moveTimes(of: delegation, from: delegation.window, to: .always, write.tx)
        try write.report(delegation, nil)
        try removeSignatures(with: delegation, write.tx)
        return RevokeDelegationResponse(delegation: delegation)
    }
}
