/// A mailbox. A personal or a functional one is there because its account is, and has no row; a registered one has its own.
package struct Mailbox: Hashable, Sendable {
    package enum Kind: Sendable {
        /// A person's, who owns it (rule D8).
        case personal
        /// A function's, without an owner.
        case functional
        /// One more, of the account that registered it, who owns it.
        case registered
    }

    package var id: MailboxID
    package var organization: OrganizationID
    package var kind: Kind
    package var owner: AccountID?
    /// It is an administrator's own (rule C6). A registered one is not: it can be given to somebody else.
    package var isAdministrators: Bool
    /// It is one, and the organization guards its administrators.
    package var isGuarded = false
    /// That its account, or its owner, belongs to (rule C14).
    package var unit: UnitID?
    package var address: String
    package var displayName: String

    /// The account that it is there with; nil for a registered one, which is not its owner's life.
    package var account: AccountID? { kind == .registered ? nil : id.account }
}

/// A mailbox that an account has registered, as far as a rule decides on it.
package struct RegisteredMailbox: Hashable, Sendable {
    package var id: MailboxID
    package var owner: AccountID
    package var address: String
    package var displayName: String
    /// It began without sharing (rule D7).
    package var unshared: Bool

    package init(id: MailboxID, owner: AccountID, address: String, displayName: String, unshared: Bool = false) {
        self.id = id
        self.owner = owner
        self.address = address
        self.displayName = displayName
        self.unshared = unshared
    }
}

/// A mailbox that an account can do something in (rules D9, D15, D24).
package struct AccessibleMailbox: Hashable, Sendable {
    package var mailbox: Mailbox
    /// The rights that count at the instant asked for.
    package var rights: Rights
    /// The delegations that give them, by id; empty for the owner.
    package var delegations: [DelegationID]
    package var owner: Bool
    /// Folders that `open` counts for, in order, where no delegation opens all of it (rule D27); none of them is within another
    /// that gives as much.
    package var folders: [FolderGrant] = []
    /// As owner, or else by each of the delegations, by id.
    package var paths: [AccessPath] = []
    /// How what is sent is shown, and the name that recipients see; nil and empty where sending does not count (rule D14).
    package var sender: SenderDisplay?
    package var senderName = ""

    /// What a client shows: sections also of some folders only (rule D9).
    package var surfaces: [Surface] { Surface.with(folders.isEmpty ? rights : rights.union(.open)) }
}

/// One of the ways in which an account has what it has in a mailbox (rule D24).
package enum AccessPath: Hashable, Sendable {
    case owner
    case direct(AccessGrant)
    /// From the granted group down to the one the account is in.
    case group(AccessGrant, through: [GroupID])
}

/// What counts of one delegation at the instant asked for.
package struct AccessGrant: Hashable, Sendable {
    package var delegation: DelegationID
    /// In the mailbox as a whole.
    package var rights: Rights
    /// What `open` is limited to; empty where it is not.
    package var folders: [FolderGrant]
}

/// One account's way to a mailbox (rule D24).
package struct Way: Hashable, Sendable {
    package var account: AccountID
    package var delegation: DelegationID
    /// From the granted group down to the one the account is in; empty for a direct grant.
    package var through: [GroupID]
}
