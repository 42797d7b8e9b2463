internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC
internal import SQL

extension DelegationHandler {
    /// Like a single revocation it needs no fresh view of an owner or a Full admin.
    func revokeMailboxDelegations(
        _ request: RevokeMailboxDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeMailboxDelegationsResponse> {
        mailboxes.changing(request, call, needsView: false) { [mailboxes] write, account in
            let id = try Field.mailbox(request.mailboxId, "mailbox_id")
            if mailboxes.index.mailbox(id) == nil || !account.mayGuard(id) { try mailboxes.ready(call) }
            let mailbox = try mailboxes.mailbox(id, of: account)
            try mailboxes.guardAdministrator(mailbox, account)
            let count = try mailboxes.revokeAll(
                .mailbox(id), in: mailbox.organization, behalf: account.accountID, write.tx)
            if count == 0 { return RevokeMailboxDelegationsResponse(unchanged: true) }
            let told = Messages.Mailbox(mailbox)
            try write.report(told, told) { $0.revoked(count) }
            return RevokeMailboxDelegationsResponse(revokedCount: Int32(clamping: count))
        }
    }

    /// Of mailboxes wherever they belong, so no role for a unit is enough: no mailbox is named to identity.
    func revokeGranteeDelegations(
        _ request: RevokeGranteeDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeGranteeDelegationsResponse> {
        mailboxes.changing(request, call, needsView: false) { [mailboxes] write, account in
            let grantee = try Field.grantee(request.granteeId, "grantee_id")
            let organization = try mailboxes.organization(of: grantee, account, call)
            try mailboxes.guardAdministrators(givenTo: grantee, account, call, write.tx)
            let count = try mailboxes.revokeAll(.grantee(grantee), in: organization, behalf: account.accountID, write.tx)
            if count == 0 { return RevokeGranteeDelegationsResponse(unchanged: true) }
            let told = Messages.Delegation(organizationId: organization.text, granteeId: grantee.text)
            try write.report(told, told) { $0.revoked(count) }
            return RevokeGranteeDelegationsResponse(revokedCount: Int32(clamping: count))
        }
    }
}

extension Mailboxes {
    /// From this write on there is no delegation of the mailbox, or to the grantee, in any decision, list or feed, however many
    /// there were; the rows follow by themselves (`MarkedDelegations`). Says how many there were.
    ///
    /// The event of it is the caller's. `behalf`: the account that wants it so, which the events of the rows name; empty for
    /// nobody.
    func revokeAll(
        _ marked: Marked, in organization: OrganizationID, behalf: String, _ tx: Transaction
    ) throws -> Int {
        let count = try tx.delegationCount(of: marked)
        if count == 0 { return 0 }
        let mark = try tx.mark(marked, in: organization, behalf: behalf)
        tx.afterCommit { [marks] in marks.add([mark]) }
        return count
    }

    /// An account's or a group's that is the caller's own. What is not found is not there for sure: a view that may lack it
    /// says that it is too old.
    fileprivate func organization(
        of grantee: Grantee, _ account: AuthorizedAccount, _ call: Call
    ) throws(Status) -> OrganizationID {
        let organization = index.organization(of: grantee)
        if organization == nil { try ready(call) }
        guard let organization, organization.text == account.organizationID else { throw .notFound }
        return organization
    }

    /// None of the mailboxes that a grantee was given is another administrator's own (C6). Which ones the table says, for the
    /// index does not have yet what another write of the same commit has granted; whose they are the index knows.
    fileprivate func guardAdministrators(
        givenTo grantee: Grantee, _ account: AuthorizedAccount, _ call: Call, _ tx: Transaction
    ) throws {
        if account.owner || account.fullAdmin { return }
        try ready(call)
        var isRefused = false
        try tx.eachMailbox(givenTo: grantee) { mailbox in
            isRefused = index.isGuarded(mailbox) && !account.mayGuard(mailbox)
            return !isRefused
        }
        if isRefused { throw Status.fullAdminOnly }
    }
}

extension EventDraft {
    /// One event for all of them; each row's own follows.
    fileprivate mutating func revoked(_ count: Int) { change("delegation_count", from: "\(count)", to: "0") }
}
