// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

import CMessages

/// An address that is a mailbox's. Without an etag: only the service that keeps the mailbox changes it.
package struct MailboxAddress: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Who owns it.
    package var ownerId: String = ""
    /// As given.
    package var address: String = ""

    package init() {}

    package init(
        mailboxId: String = "",
        organizationId: String = "",
        ownerId: String = "",
        address: String = ""
    ) {
        self.mailboxId = mailboxId
        self.organizationId = organizationId
        self.ownerId = ownerId
        self.address = address
    }

    package static var name: String { "mandate.identity.v1.MailboxAddress" }

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

extension MailboxAddress: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__MailboxAddress>) {
        unsafe mandate__identity__v1__mailbox_address__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__MailboxAddress>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.identity.v1.MailboxAddress.mailbox_id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.MailboxAddress.organization_id")
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.identity.v1.MailboxAddress.owner_id")
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.MailboxAddress.address")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__MailboxAddress>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        unsafe c.pointee.address = arena.text(self.address)
    }
}
