// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// Sets a signature.
package struct SetSignatureRequest: Message {
    /// Whose.
    package var accountId: String = ""
    /// For which mailbox.
    package var mailboxId: String = ""
    /// As text. At most 10,000 bytes; one of the two is there.
    package var text: String = ""
    /// As HTML, kept as given. At most 100,000 bytes.
    package var html: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the signature that is there as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        mailboxId: String = "",
        text: String = "",
        html: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.mailboxId = mailboxId
        self.text = text
        self.html = html
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.SetSignatureRequest" }

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

extension SetSignatureRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__SetSignatureRequest>) {
        unsafe mandate__mailbox__v1__set_signature_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__SetSignatureRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.SetSignatureRequest.account_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.SetSignatureRequest.mailbox_id")
        self.text = try unsafe Read.text(c.pointee.text, "mandate.mailbox.v1.SetSignatureRequest.text")
        self.html = try unsafe Read.text(c.pointee.html, "mandate.mailbox.v1.SetSignatureRequest.html")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.SetSignatureRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.SetSignatureRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.SetSignatureRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__SetSignatureRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.text = arena.text(self.text)
        unsafe c.pointee.html = arena.text(self.html)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension SetSignatureRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.text.utf8.count > 10000 {
            violations.add("text", .tooLong, "string.max_bytes: at most 10000 bytes")
        }
        if self.html.utf8.count > 100000 {
            violations.add("html", .tooLong, "string.max_bytes: at most 100000 bytes")
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
