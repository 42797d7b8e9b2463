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
            return try mailboxes.store(grant, mailbox, by: account, write)
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
                expireTime: try Field.end(request.expireTime, "expire_time")),
            sender: try Field.sender(request.displayedSender, "displayed_sender"),
            folders: try Field.folders(
                FolderLists(read: request.readFolders, write: request.writeFolders, delete: request.deleteFolders)))
    }
}

extension Mailboxes {
    fileprivate func store(
        _ grant: Grant, _ mailbox: MailboxDomain.Mailbox, by account: AuthorizedAccount, _ write: Write
    ) throws -> GrantDelegationResponse {
        // What is there is there (D1), although it may be frozen or have ended, or its grantee may not be given anything any more.
        let before = try write.changing(write.tx.delegation(of: grant.mailbox, to: grant.grantee))
        if let before, try before.terms() == grant.terms {
            // But a group's on an administrator's mailbox gives nothing (C6), and "unchanged" would say that it does.
            if case .group = grant.grantee, mailbox.isGuarded { throw GrantRefusal.administratorGuarded }
            return GrantDelegationResponse(delegation: before, unchanged: true)
        }
        let delegation =
            before
            ?? Messages.Delegation(
                id: write.id("dlg"), organizationId: mailbox.organization.text, mailboxId: grant.mailbox.text,
                granteeId: grant.grantee.text, createTime: Timestamp(microsecondsSince1970: write.tx.now))
        let action = before == nil ? nil : EventAction.delegationChanged
        let after = try give(grant.terms, to: delegation, instead: before, by: account, action, write)
        return GrantDelegationResponse(delegation: after)
    }

    /// Stores a delegation, new or in place of what is there, with these terms. Whether it is frozen stays.
    ///
    /// The rules are judged on the writer thread, against the index as it stands then (D6). Between that and the commit
    /// identity may suspend the grantee: the row is then there and gives nothing, since every decision looks at the
    /// states itself, and it counts again on reactivation, as a grant made before the suspension would (B3).
    ///
    /// Whoever may change the list may give what it has not itself, also to itself (D4, D20): that is what such a right is, and
    /// whoever gives the right to set up and both system operations decides that. What it gives itself is flagged.
    ///
    /// `action`: what the log calls it; nil: as the call.
    func give(
        _ terms: GrantTerms, to delegation: Messages.Delegation, instead before: Messages.Delegation?,
        by account: AuthorizedAccount, _ action: EventAction?, _ write: Write
    ) throws -> Messages.Delegation {
        guard let mailbox = MailboxID(delegation.mailboxId), let grantee = Grantee(delegation.granteeId) else {
            throw Status.notFound
        }
        let now = clock()
        try terms.judge(at: now)
        try index.judgeGrant(of: mailbox, to: grantee, as: terms, at: now)
        try removeSignatures(before: delegation, write.tx)
        var after = delegation
        after.set(terms)
        after.grantedBy = account.accountID
        let isSelf = AccountID(account.accountID).map { index.reaches(grantee, $0, at: now) } ?? false
        after.selfGrant = isSelf
        after = before == nil ? try insert(after, write.tx) : try write.tx.update(after)
        try moveTimes(of: after, from: before?.window ?? .always, to: terms.window, write.tx)
        try write.report(before, after) { draft in
            if let action { draft.action = action }
            draft.change("self_grant", from: (before?.selfGrant ?? false).eventText, to: isSelf.eventText)
            if isSelf { draft.flags.append(.selfGrant) }
        }
        return after
    }
}
