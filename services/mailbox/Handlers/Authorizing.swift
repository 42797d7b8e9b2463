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
            if error.code == .permissionDenied { try await recordDenial(call, call.judged, occurrence, error) }
            throw error
        }
    }

    /// Delegations of an administrator's own mailbox are changed by that administrator or a Full admin only (C6).
    ///
    /// For anybody else whose mailbox it is must be known, and known now: without a valid view nobody is let through.
    func guardAdministrator(_ id: MailboxID, _ account: AuthorizedAccount, _ call: Call) throws(Status) {
        if account.owner || account.role == .fullAdmin || id.account.text == account.accountID { return }
        try ready(call)
        if let mailbox = index.mailbox(id), mailbox.isAdministrators { throw .fullAdminOnly }
    }

    /// An attempt that was denied, as an event of its own: in the log of the account's organization, never of the
    /// mailbox's, into which an outsider writes nothing; of the installation when nobody knows the account.
    func recordDenial(
        _ call: Call, _ account: AuthorizedAccount?, _ occurrence: Occurrence, _ status: Status
    ) async throws {
        var draft = events.draft(call, account, occurrence)
        draft.outcome = .denied
        draft.reason = "\(status.reason.shortName): \(status.message)"
        let denial = draft
        _ = try await store.write { tx in try tx.event(denial.encoded(at: tx.now)) }
    }
}
