internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import SQL

extension Mailboxes {
    /// What is set of a deleted account's mailbox goes as SYSTEM, with its event. A group has no mailbox.
    func removeSettings(of deleted: Grantee, _ tx: Transaction) throws -> Int {
        guard case .account(let account) = deleted, index.hasSettings(deleted), index.isDeleted(account) else { return 0 }
        return try removeSettings(of: account.mailbox, takesAway: false, tx) ? 1 : 0
    }

    /// Of a mailbox that goes. False where nothing was set.
    @discardableResult
    func removeSettings(of mailbox: MailboxID, takesAway: Bool, _ tx: Transaction) throws -> Bool {
        guard let settings = try tx.settings(of: mailbox) else { return false }
        let target = EventTarget(
            id: settings.mailboxId, resourceType: "mailbox_settings", mailboxId: settings.mailboxId)
        try mutator.perform(SystemChange(.mailboxSettingsRemoved, target, takesAway: takesAway), in: tx) { write in
            try tx.delete(settings)
            try write.report(settings, nil)
        }
        return true
    }
}
