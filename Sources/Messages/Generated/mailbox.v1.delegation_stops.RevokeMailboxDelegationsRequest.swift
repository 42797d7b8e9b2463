// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// Revokes every delegation of a mailbox.
package struct RevokeMailboxDelegationsRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        mailboxId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.mailboxId = mailboxId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.RevokeMailboxDelegationsRequest" }

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

extension RevokeMailboxDelegationsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeMailboxDelegationsRequest>) {
        unsafe mandate__mailbox__v1__revoke_mailbox_delegations_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__RevokeMailboxDelegationsRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.RevokeMailboxDelegationsRequest.mailbox_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.RevokeMailboxDelegationsRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.RevokeMailboxDelegationsRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeMailboxDelegationsRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension RevokeMailboxDelegationsRequest {
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
    }
}
