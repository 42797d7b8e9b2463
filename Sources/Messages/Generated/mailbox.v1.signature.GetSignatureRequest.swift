// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a signature.
package struct GetSignatureRequest: Message {
    /// Whose.
    package var accountId: String = ""
    /// For which mailbox.
    package var mailboxId: String = ""

    package init() {}

    package init(
        accountId: String = "",
        mailboxId: String = ""
    ) {
        self.accountId = accountId
        self.mailboxId = mailboxId
    }

    package static var name: String { "mandate.mailbox.v1.GetSignatureRequest" }

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

extension GetSignatureRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetSignatureRequest>) {
        unsafe mandate__mailbox__v1__get_signature_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetSignatureRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.GetSignatureRequest.account_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.GetSignatureRequest.mailbox_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetSignatureRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
    }
}

extension GetSignatureRequest {
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
    }
}
