/// What an account is (rule B1).
package enum AccountType: UInt8, Sendable { case user, administrator, functional }

/// Where an account stands (rule B1).
package enum AccountState: UInt8, Sendable {
    case invited, active, suspended, deleted
    /// Never heard of by this process: named in a delegation or a membership before identity told of it.
    case absent
}

/// An account as identity tells of it.
package struct Account: Hashable, Sendable {
    package var id: AccountID
    package var type: AccountType
    package var state: AccountState
    /// As it is shown.
    package var address: String
    package var displayName: String
    /// What it is found by: of its primary address, then of any other.
    package var keys: [AddressKey]
    /// The organizational unit that it belongs to; which units are below which, identity knows.
    package var unit: UnitID?
    /// Its mailbox began without sharing (rule D7).
    package var unshared: Bool
    /// What its mailbox's delegations inherit, unless the mailbox says otherwise (rule D14).
    package var sender: SenderDisplay?

    package init(
        id: AccountID, type: AccountType, state: AccountState, address: String = "", displayName: String = "",
        keys: [AddressKey] = [], unit: UnitID? = nil, unshared: Bool = false, sender: SenderDisplay? = nil
    ) {
        self.id = id
        self.type = type
        self.state = state
        self.address = address
        self.displayName = displayName
        self.keys = keys
        self.unit = unit
        self.unshared = unshared
        self.sender = sender
    }
}

/// What a transaction of identity did, in one organization.
package enum IdentityChange: Sendable {
    case account(Account)
    case accountGone(AccountID)
    case group(GroupID)
    /// Nothing is known of it any more.
    case groupGone(GroupID)
    /// Its tombstone.
    case groupDeleted(GroupID)
    /// `until`: microseconds UTC; nil for ever.
    case member(Grantee, of: GroupID, until: Int64? = nil)
    case memberGone(Grantee, of: GroupID)
    /// A mark: nobody is in this group any more, and it or the account is in none.
    case membershipsGone(naming: Grantee)
    case policies(Policies)
    case plan(PlanChange)
    /// An account or a group holds it now, or does not.
    case operation(Grantee, SystemOperation, held: Bool)
}

/// What decides which plan an account has (rule A6).
package enum PlanChange: Sendable {
    /// What a subscription's licences give; nil for nothing.
    case subscription(SubscriptionID, plan: String?)
    /// What an account has a licence of; nil for nothing.
    case licence(AccountID, of: SubscriptionID?)
}
