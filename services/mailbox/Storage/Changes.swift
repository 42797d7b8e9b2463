package import MailboxDomain
internal import Messages
package import SQL

extension OwnChange {
    /// Nil for a record of something that no rule decides on. Throws for one that cannot be read.
    package init?(_ record: ChangeRecord) throws(UnreadableChange) {
        let change: OwnChange?
        switch record.type {
        case Messages.Delegation.name:
            change =
                record.cascade
                ? Self.cleared(record.id) : record.deleted ? Self.removed(record.id) : Self.delegation(record.value)
        // No mark of mailboxes or settings is written.
        case Messages.Mailbox.name where record.cascade: change = nil
        case Messages.Mailbox.name:
            change = record.deleted ? MailboxID(record.id).map { .unregistered($0) } : Self.mailbox(record.value)
        case Messages.MailboxSettings.name where record.cascade: change = nil
        case Messages.MailboxSettings.name:
            change = record.deleted ? MailboxID(record.id).map { .settings($0, .none) } : Self.settings(record.value)
        default: return nil
        }
        guard let change else { throw UnreadableChange(record) }
        self = change
    }

    private static func cleared(_ id: String) -> OwnChange? {
        if let mailbox = MailboxID(id) { return .mailboxCleared(mailbox) }
        return Grantee(id).map { .granteeCleared($0) }
    }

    private static func removed(_ id: String) -> OwnChange? {
        let parts = id.split(separator: "/")
        guard parts.count == 2, let mailbox = MailboxID(String(parts[0])), let grantee = Grantee(String(parts[1]))
        else { return nil }
        return .removed(mailbox: mailbox, grantee: grantee)
    }

    private static func delegation(_ value: [UInt8]) -> OwnChange? {
        guard let message = try? Messages.Delegation(decoding: value) else { return nil }
        return MailboxDomain.Delegation(message).map { .put($0) }
    }

    private static func mailbox(_ value: [UInt8]) -> OwnChange? {
        guard let message = try? Messages.Mailbox(decoding: value) else { return nil }
        return RegisteredMailbox(message).map { .registered($0) }
    }

    private static func settings(_ value: [UInt8]) -> OwnChange? {
        guard let message = try? Messages.MailboxSettings(decoding: value) else { return nil }
        return MailboxID(message.mailboxId).map { .settings($0, message.decided) }
    }
}

/// A change of this service's own that it cannot read.
package struct UnreadableChange: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ record: ChangeRecord) {
        description = "\(record.deleted ? "the removal" : "the change") of \(record.type) \(record.id) in \(record.organization)"
    }
}
