// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// Changes a registered mailbox.
package struct UpdateMailboxRequest: Message {
    /// id, and the fields that the mask names.
    package var mailbox: Mailbox? = nil
    /// Which fields.
    package var updateMask: FieldMask? = nil
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        mailbox: Mailbox? = nil,
        updateMask: FieldMask? = nil,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.mailbox = mailbox
        self.updateMask = updateMask
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.UpdateMailboxRequest" }

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

extension UpdateMailboxRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__UpdateMailboxRequest>) {
        unsafe mandate__mailbox__v1__update_mailbox_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__UpdateMailboxRequest>) throws(MessageError) {
        self.mailbox = try unsafe Read.message(c.pointee.mailbox)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.UpdateMailboxRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.UpdateMailboxRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__UpdateMailboxRequest>, in arena: Arena) {
        if let value = self.mailbox {
            unsafe c.pointee.mailbox = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateMailboxRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.mailbox {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox")
        } else {
            violations.addMissing("mailbox")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
