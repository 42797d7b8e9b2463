// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

import CMessages

/// What was taken.
package struct ReleaseMailboxAddressResponse: Message {
    /// As it was stored; absent if nothing was.
    package var mailboxAddress: MailboxAddress? = nil
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        mailboxAddress: MailboxAddress? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.mailboxAddress = mailboxAddress
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.ReleaseMailboxAddressResponse" }

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

extension ReleaseMailboxAddressResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ReleaseMailboxAddressResponse>) {
        unsafe mandate__identity__v1__release_mailbox_address_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ReleaseMailboxAddressResponse>) throws(MessageError) {
        self.mailboxAddress = try unsafe Read.message(c.pointee.mailbox_address)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.ReleaseMailboxAddressResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.ReleaseMailboxAddressResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ReleaseMailboxAddressResponse>, in arena: Arena) {
        if let value = self.mailboxAddress {
            unsafe c.pointee.mailbox_address = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
