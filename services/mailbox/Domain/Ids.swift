// Ids as the rules see them: the 128 bits behind the text, one type for each kind of thing, so that
// no account is ever taken for a group. Text is parsed once, at the door (Messages.Identifier).

/// A person or a function, as identity names it.
package struct AccountID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
    /// The mailbox that exists because this account does.
    package var mailbox: MailboxID { MailboxID(bits: bits) }
}

/// A group of accounts and groups.
package struct GroupID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}

/// An organizational unit, as identity names it.
package struct UnitID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}

/// A mailbox. It has the same bits as the account it belongs to.
package struct MailboxID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
    package var account: AccountID { AccountID(bits: bits) }
}

/// A delegation: the row of one (mailbox, grantee).
package struct DelegationID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}

/// What an account has a licence of.
package struct SubscriptionID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}

/// A tenant of the installation.
package struct OrganizationID: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}

/// Who a delegation is given to (rule D2).
package enum Grantee: Hashable, Sendable {
    case account(AccountID)
    case group(GroupID)
}
