package import MailboxDomain
internal import Messages
package import SQL

extension DelegationChange {
    /// Nil for a record that is none of a delegation. Throws for one that cannot be read.
    package init?(_ record: ChangeRecord) throws(UnreadableChange) {
        guard record.type == Messages.Delegation.name else { return nil }
        if record.deleted {
            let parts = record.id.split(separator: "/")
            guard parts.count == 2, let mailbox = MailboxID(String(parts[0])), let grantee = Grantee(String(parts[1]))
            else { throw UnreadableChange(record) }
            self = .removed(mailbox: mailbox, grantee: grantee)
        } else {
            let message: Messages.Delegation
            do { message = try Messages.Delegation(decoding: record.value) } catch { throw UnreadableChange(record) }
            guard let delegation = MailboxDomain.Delegation(message) else { throw UnreadableChange(record) }
            self = .put(delegation)
        }
    }
}

/// A change of this service's own that it cannot read.
package struct UnreadableChange: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ record: ChangeRecord) {
        description = "\(record.deleted ? "the removal" : "the change") of \(record.type) \(record.id) in \(record.organization)"
    }
}
