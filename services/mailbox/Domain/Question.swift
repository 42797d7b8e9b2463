/// What a decision is asked: may this account do this with this mailbox?
package struct Question: Hashable, Sendable {
    package var account: IDOrAddress<AccountID>
    package var mailbox: IDOrAddress<MailboxID>
    package var right: Rights
    /// Where the account asks from (B9).
    package var network: NetworkAddress?
    /// What in the mailbox it asks about (D27); nil: the mailbox as a whole.
    package var folder: FolderPath?
    /// What it would do with that; nil: read.
    package var operation: FolderOperation?

    package init(
        account: IDOrAddress<AccountID>, mailbox: IDOrAddress<MailboxID>, right: Rights, network: NetworkAddress? = nil,
        folder: FolderPath? = nil, operation: FolderOperation? = nil
    ) {
        self.account = account
        self.mailbox = mailbox
        self.right = right
        self.network = network
        self.folder = folder
        self.operation = operation
    }
}

/// How a question names an account or a mailbox.
package enum IDOrAddress<ID: Hashable & Sendable>: Hashable, Sendable {
    case id(ID)
    /// Nil for text that can be nobody's address: it finds nothing.
    case address(AddressKey?)
}

/// Where somebody asks from: an address of IPv6, or one of IPv4 in its place there (RFC 4291 §2.5.5.2).
package struct NetworkAddress: Hashable, Sendable {
    package let bits: UInt128
    package init(bits: UInt128) { self.bits = bits }
}
