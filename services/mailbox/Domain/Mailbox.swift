/// A mailbox. It is there because its account is, and has no row of its own.
package struct Mailbox: Hashable, Sendable {
    package enum Kind: Sendable {
        /// A person's, who owns it (rule D8).
        case personal
        /// A function's, without an owner.
        case functional
    }

    package var id: MailboxID
    package var organization: OrganizationID
    package var kind: Kind
    /// It is an administrator's own (rule C6).
    package var isAdministrators: Bool
    package var address: String
    package var displayName: String
}

/// A mailbox that an account can do something in (rules D9, D15, D24).
package struct AccessibleMailbox: Hashable, Sendable {
    package var mailbox: Mailbox
    /// The rights that count at the instant asked for.
    package var rights: Rights
    /// The delegations that give them, by id; empty for the owner.
    package var delegations: [DelegationID]
    package var owner: Bool
}

/// One account's way to a mailbox (rule D24).
package struct Way: Hashable, Sendable {
    package var account: AccountID
    package var delegation: DelegationID
    /// From the granted group down to the one the account is in; empty for a direct grant.
    package var through: [GroupID]
}
