internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Outbox
internal import RPC
internal import SQL

extension Mailboxes {
    /// Who may; a denial is written to the log before it is thrown.
    ///
    /// The account is judged in its own organization, and what it names is then looked for there: so a mailbox of
    /// another organization and one that does not exist answer alike to everybody, entitled or not (D28).
    func authorize(_ call: Call, _ occurrence: Occurrence) async throws -> AuthorizedAccount {
        do throws(Status) {
            return try await authorizer.authorize(call, organization: nil)
        } catch {
            if error.code == .permissionDenied { try await recordDenial(call, nil, occurrence, error) }
            throw error
        }
    }

    /// Delegations of an administrator's own mailbox are changed by that administrator or a Full admin only (C6).
    func guardAdministrator(_ mailbox: MailboxID, _ account: AuthorizedAccount) throws(Status) {
        guard let mailbox = index.mailbox(mailbox), mailbox.isAdministrators else { return }
        if account.owner || account.role == .fullAdmin || mailbox.id.account.text == account.accountID { return }
        throw .fullAdminOnly
    }

    /// An attempt that was denied, as an event of its own: in the log of the account's organization; where only the
    /// mailbox is known, of the mailbox's; else of the installation.
    func recordDenial(
        _ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence, _ status: Status
    ) async throws {
        var draft = events.draft(call, account, occurrence)
        if account == nil, let id = MailboxID(occurrence.target.mailboxId), let mailbox = index.mailbox(id) {
            draft.organizationID = mailbox.organization.text
        }
        draft.outcome = .denied
        draft.reason = "\(status.reason.shortName): \(status.message)"
        let denial = draft
        _ = try await store.write { tx in try tx.event(denial.encoded(at: tx.now)) }
    }
}
