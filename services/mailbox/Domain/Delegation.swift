/// A delegation as far as a rule decides on it. Who granted it and when is merely stored.
package struct Delegation: Hashable, Sendable {
    package var id: DelegationID
    package var mailbox: MailboxID
    package var grantee: Grantee
    package var rights: Rights
    package var window: Window

    package init(
        id: DelegationID, mailbox: MailboxID, grantee: Grantee, rights: Rights, window: Window = .always
    ) {
        self.id = id
        self.mailbox = mailbox
        self.grantee = grantee
        self.rights = rights
        self.window = window
    }
}

/// What a transaction of this service did, in one organization.
package enum OwnChange: Sendable {
    /// The delegation of (mailbox, grantee) is this one now.
    case put(Delegation)
    /// There is no delegation of (mailbox, grantee) any more.
    case removed(mailbox: MailboxID, grantee: Grantee)
    /// The registered mailbox is this one now.
    case registered(RegisteredMailbox)
    /// It is not there any more.
    case unregistered(MailboxID)
    /// Marks: there is no row of this mailbox any more, or to this grantee. What is put behind the mark counts.
    case mailboxCleared(MailboxID)
    case granteeCleared(Grantee)
}
