/// A delegation as far as a rule decides on it. Who granted it and when is merely stored.
package struct Delegation: Hashable, Sendable {
    package var id: DelegationID
    package var mailbox: MailboxID
    package var grantee: Grantee
    package var rights: Rights
    package var window: Window
    /// Whom recipients see; nil: as the mailbox says (rule D14).
    package var sender: SenderDisplay?
    /// What `open` is limited to, in order; empty: the whole mailbox (rule D27).
    package var folders: [FolderGrant]
    /// It counts for nothing until it is not (rule D2).
    package var frozen: Bool

    package init(
        id: DelegationID, mailbox: MailboxID, grantee: Grantee, rights: Rights, window: Window = .always,
        sender: SenderDisplay? = nil, folders: [FolderGrant] = [], frozen: Bool = false
    ) {
        self.id = id
        self.mailbox = mailbox
        self.grantee = grantee
        self.rights = rights
        self.window = window
        self.sender = sender
        self.folders = folders.inOrder
        self.frozen = frozen
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
    /// A mailbox of any kind has these settings now; `.none` where it has none any more.
    case settings(MailboxID, MailboxSettings)
    /// Marks: there is no row of this mailbox any more, or to this grantee. What is put behind the mark counts.
    case mailboxCleared(MailboxID)
    case granteeCleared(Grantee)
}
