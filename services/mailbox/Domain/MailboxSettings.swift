/// What is set for one mailbox, as far as a rule decides on it. What is not set is as the mailbox began, or inherits.
package struct MailboxSettings: Hashable, Sendable {
    /// Whether delegations count (rule D7); nil: as it began.
    package var sharing: Bool?
    /// What its delegations inherit (rule D14); nil: its account's.
    package var sender: SenderDisplay?
    /// There is a row of them, whatever it says: to be removed with the mailbox.
    package var isStored: Bool

    package init(sharing: Bool? = nil, sender: SenderDisplay? = nil, isStored: Bool = false) {
        self.sharing = sharing
        self.sender = sender
        self.isStored = isStored
    }

    package static let none = MailboxSettings()
}
