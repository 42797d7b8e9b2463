// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// The signature.
package struct SetSignatureResponse: Message {
    /// As stored.
    package var signature: Signature? = nil
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        signature: Signature? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.signature = signature
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.SetSignatureResponse" }

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

extension SetSignatureResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__SetSignatureResponse>) {
        unsafe mandate__mailbox__v1__set_signature_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__SetSignatureResponse>) throws(MessageError) {
        self.signature = try unsafe Read.message(c.pointee.signature)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.SetSignatureResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.SetSignatureResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__SetSignatureResponse>, in arena: Arena) {
        if let value = self.signature {
            unsafe c.pointee.signature = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
