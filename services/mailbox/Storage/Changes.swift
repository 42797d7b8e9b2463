package import MailboxDomain
package import Messages
package import SQL

// What followers learn, this service's own index among them.
//
// In the feed a delegation is named by its mailbox and grantee, as a membership is by its group and member: there is
// one for the two, and a removal, which has no value, still says whose.

extension ChangeRecord {
    package init(_ delegation: Messages.Delegation) {
        self.init(
            organization: delegation.organizationId, id: delegation.changeID, type: Messages.Delegation.name,
            value: delegation.encoded())
    }

    package init(removed delegation: Messages.Delegation) {
        self.init(
            organization: delegation.organizationId, id: delegation.changeID, type: Messages.Delegation.name,
            value: [], deleted: true)
    }
}

extension Messages.Delegation {
    /// `mbx_…/acc_…` or `mbx_…/grp_…`.
    package var changeID: String { mailboxId + "/" + granteeId }
}

extension DelegationChange {
    /// Nil for a record that is none of ours. Throws for one that cannot be read.
    package init?(_ record: ChangeRecord) throws(MessageError) {
        guard record.type == Messages.Delegation.name else { return nil }
        if record.deleted {
            let parts = record.id.split(separator: "/")
            guard parts.count == 2, let mailbox = MailboxID(String(parts[0])), let grantee = Grantee(String(parts[1]))
            else { return nil }
            self = .removed(mailbox: mailbox, grantee: grantee)
        } else {
            guard let delegation = MailboxDomain.Delegation(try Messages.Delegation(decoding: record.value)) else {
                return nil
            }
            self = .put(delegation)
        }
    }
}
