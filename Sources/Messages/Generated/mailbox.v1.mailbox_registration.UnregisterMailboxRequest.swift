// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// Takes a registered mailbox away.
package struct UnregisterMailboxRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the mailbox as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        mailboxId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.mailboxId = mailboxId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.UnregisterMailboxRequest" }

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

extension UnregisterMailboxRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnregisterMailboxRequest>) {
        unsafe mandate__mailbox__v1__unregister_mailbox_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__UnregisterMailboxRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.UnregisterMailboxRequest.mailbox_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.UnregisterMailboxRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.UnregisterMailboxRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.UnregisterMailboxRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnregisterMailboxRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension UnregisterMailboxRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
