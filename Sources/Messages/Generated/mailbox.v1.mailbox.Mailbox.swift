// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// A mailbox. It appears with its account and has the same base32 in its id.
package struct Mailbox: Message {
    /// mbx_ and the account's base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The account it belongs to.
    package var accountId: String = ""
    /// What it is.
    package var kind: MailboxKind = .unspecified
    /// The account's address.
    package var address: String = ""
    /// The account's name.
    package var displayName: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountId: String = "",
        kind: MailboxKind = .unspecified,
        address: String = "",
        displayName: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountId = accountId
        self.kind = kind
        self.address = address
        self.displayName = displayName
    }

    package static var name: String { "mandate.mailbox.v1.Mailbox" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension Mailbox: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Mailbox>) {
        unsafe mandate__mailbox__v1__mailbox__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Mailbox>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.mailbox.v1.Mailbox.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.Mailbox.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.Mailbox.account_id")
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.address = try unsafe Read.text(c.pointee.address, "mandate.mailbox.v1.Mailbox.address")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.mailbox.v1.Mailbox.display_name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Mailbox>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.display_name = arena.text(self.displayName)
    }
}
