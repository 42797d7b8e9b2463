internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

extension Mailboxes {
    /// Who may.
    ///
    /// The account is judged in its own organization, and what it names is then looked for there: so a mailbox of
    /// another organization and one that does not exist answer alike to everybody, entitled or not (D28). Whose a
    /// mailbox is the index knows, of a registered one nothing else does (D8), and to which unit its account or owner belongs;
    /// which roles count there identity says (C14).
    func authorize(_ call: Call, _ access: Access, _ occurrence: Occurrence) async throws(Status) -> AuthorizedAccount {
        var target = occurrence.target
        let mailbox = MailboxID(target.mailboxId).flatMap { index.mailbox($0) }
        if let mailbox { target.ownerId = mailbox.owner?.text ?? "" }
        let account = try await authorizer.authorize(
            call, access, organization: nil, unit: mailbox?.unit?.text ?? "", touching: target)
        if let lacking = account.lacking { throw lacking }
        return account
    }

    /// Delegations of an administrator's own mailbox are changed by that administrator or a Full admin only, under policy
    /// `guard_administrators` (C6).
    func guardAdministrator(_ mailbox: MailboxDomain.Mailbox, _ account: AuthorizedAccount) throws(Status) {
        if mailbox.isGuarded, !account.mayGuard(mailbox.id) { throw .fullAdminOnly }
    }
}

extension AuthorizedAccount {
    /// Whoever else the mailbox belongs to.
    func mayGuard(_ mailbox: MailboxID) -> Bool {
        owner || fullAdmin || mailbox.account.text == accountID
    }
}
