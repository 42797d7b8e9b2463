// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one mailbox.
package struct GetMailboxRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// Whose access is shown. Empty: of whoever asks. Another's needs a role, or to be the mailbox's owner.
    package var accountId: String = ""

    package init() {}

    package init(
        mailboxId: String = "",
        accountId: String = ""
    ) {
        self.mailboxId = mailboxId
        self.accountId = accountId
    }

    package static var name: String { "mandate.mailbox.v1.GetMailboxRequest" }

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

extension GetMailboxRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxRequest>) {
        unsafe mandate__mailbox__v1__get_mailbox_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetMailboxRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.GetMailboxRequest.mailbox_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.GetMailboxRequest.account_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
    }
}

extension GetMailboxRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.accountId.isEmpty {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
