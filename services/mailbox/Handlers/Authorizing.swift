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
    ///
    /// `grounds`: what in the mailbox stands in for roles; nil: what the method says. Judged in a view that holds: without one
    /// nobody is denied for want of knowing. Where what is touched is the account itself, its unit counts; what is done with all
    /// that an account was given, in whatever unit, needs a role for the whole organization.
    func authorize(
        _ call: Call, _ access: Access, _ occurrence: Occurrence, grounds: Grounds? = nil
    ) async throws(Status) -> Judgement {
        var target = occurrence.target
        let id = MailboxID(target.mailboxId)
        let mailbox = id.flatMap { index.mailbox($0) }
        if let mailbox { target.ownerId = mailbox.owner?.text ?? "" }
        let touched = access.orSelf ? AccountID(target.id) : nil
        let place = touched.map { index.mailbox($0.mailbox) } ?? mailbox
        let account = try await authorizer.authorize(
            call, access, organization: nil, unit: place?.unit?.text ?? "", touching: target)
        guard let lacking = account.lacking else {
            // Who may because the mailbox is its own may while it is.
            let isByOwner = access.orMailboxOwner && mailbox?.owner?.text == account.accountID
            return Judgement(account, id, mailbox, isByOwner ? [.uses] : [])
        }
        let judgement = Judgement(account, id, mailbox, grounds?(account) ?? [access.orMailbox])
        try ready(call)
        guard hasGrounds(judgement) else { throw operationsMissing(judgement) ?? lacking }
        return judgement
    }

    /// Whoever may set a mailbox up but for the system operations is told which are missing (D10).
    private func operationsMissing(_ judgement: Judgement) -> Status? {
        guard judgement.grounds == [.setsUp], let mailbox = judgement.mailbox,
            let account = AccountID(judgement.account.accountID)
        else { return nil }
        let missing = index.missingOperations(of: account, toSetUp: mailbox, at: clock())
        return missing.isEmpty ? nil : .operationsMissing(missing)
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
