// How a mailbox began, and what has been set for it since.
extension OrganizationState {
    /// Whatever kind of mailbox it is, and before it is there too.
    mutating func set(_ mailbox: UInt32, to changed: MailboxSettings) {
        settings[mailbox] = changed == .none ? nil : changed
        settle(mailbox)
    }

    /// How a mailbox began is told by identity for an account's, and by its row for a registered one.
    mutating func begin(_ mailbox: UInt32, unshared: Bool) {
        facts[Int(mailbox)].beganUnshared = unshared
        settle(mailbox)
    }

    /// Makes the facts say what the settings do.
    mutating func settle(_ mailbox: UInt32) {
        let settings = settings[mailbox]
        facts[Int(mailbox)].hasSettings = settings != nil
        facts[Int(mailbox)].isUnshared = settings?.sharing.map { !$0 } ?? facts[Int(mailbox)].beganUnshared
    }

    /// What a delegation of it inherits (rule D14), and from whom.
    func inherited(_ mailbox: UInt32) -> (display: SenderDisplay, source: SenderSource)? {
        let fact = facts[Int(mailbox)]
        if let set = fact.hasSettings ? settings[mailbox]?.sender ?? fact.sender : fact.sender { return (set, .mailbox) }
        return policies.displayedSender.map { ($0, .organization) }
    }
}
