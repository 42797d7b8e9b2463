internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC
internal import SQL

extension DelegationHandler {
    func grantDelegation(_ request: GrantDelegationRequest, _ call: Call) throws(Status) -> Answer<GrantDelegationResponse> {
        mailboxes.changing(request, call, needsView: true) { [mailboxes] write, account in
            let grant = try Grant(request)
            let mailbox = try mailboxes.mailbox(grant.mailbox, of: account)
            try mailboxes.guardAdministrator(mailbox, account)
            return try mailboxes.store(grant, mailbox.organization, by: account, write)
        }
    }
}

/// A grant whose fields are what they should be.
private struct Grant {
    let mailbox: MailboxID
    let grantee: Grantee
    let terms: GrantTerms

    init(_ request: GrantDelegationRequest) throws(Status) {
        mailbox = try Field.mailbox(request.mailboxId, "mailbox_id")
        grantee = try Field.grantee(request.granteeId, "grantee_id")
        terms = GrantTerms(
            rights: try Field.rights(request.rights, "rights"),
            window: Window(
                startTime: try Field.begin(request.startTime, "start_time"),
                expireTime: try Field.end(request.expireTime, "expire_time")))
    }
}

extension Mailboxes {
    /// The rules are judged on the writer thread, against the index as it stands then (D6). Between that and the commit
    /// identity may suspend the grantee: the row is then there and gives nothing, since every decision looks at the
    /// states itself, and it counts again on reactivation, as a grant made before the suspension would (B3).
    fileprivate func store(
        _ grant: Grant, _ organization: OrganizationID, by account: AuthorizedAccount, _ write: Write
    ) throws -> GrantDelegationResponse {
        let tx = write.tx
        let now = clock()
        // What is there is there (D1), although it may have ended or its grantee may not be given anything any more.
        let before = try write.changing(tx.delegation(of: grant.mailbox, to: grant.grantee))
        if let before, try before.terms() == grant.terms {
            // But a group's on an administrator's mailbox gives nothing (C6), and "unchanged" would say that it does.
            if case .group = grant.grantee {
                try index.judgeGrant(of: grant.mailbox, to: grant.grantee, as: grant.terms, at: now)
            }
            return GrantDelegationResponse(delegation: before, unchanged: true)
        }
        try grant.terms.judge(at: now)
        try index.judgeGrant(of: grant.mailbox, to: grant.grantee, as: grant.terms, at: now)
        try removeSignatures(before: grant.mailbox, to: grant.grantee, in: organization, tx)
        var after =
            before
            ?? Messages.Delegation(
                id: write.id("dlg"), organizationId: organization.text, mailboxId: grant.mailbox.text,
                granteeId: grant.grantee.text, createTime: Timestamp(microsecondsSince1970: tx.now))
        after.set(grant.terms)
        after.grantedBy = account.accountID
        after = before == nil ? try tx.insert(after) : try tx.update(after)
        try moveTimes(of: after, from: before?.window ?? .always, to: grant.terms.window, tx)
        try write.report(before, after) { draft in
            if before != nil { draft.action = .delegationChanged }
            let isSelf = AccountID(account.accountID).map { index.reaches(grant.grantee, $0, at: now) } ?? false
            if isSelf { draft.flags.append(.selfGrant) }
        }
        return GrantDelegationResponse(delegation: after)
    }
}
