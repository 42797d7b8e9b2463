// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a mailbox's settings.
package struct GetMailboxSettingsRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""

    package init() {}

    package init(
        mailboxId: String = ""
    ) {
        self.mailboxId = mailboxId
    }

    package static var name: String { "mandate.mailbox.v1.GetMailboxSettingsRequest" }

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

extension GetMailboxSettingsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxSettingsRequest>) {
        unsafe mandate__mailbox__v1__get_mailbox_settings_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetMailboxSettingsRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.GetMailboxSettingsRequest.mailbox_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxSettingsRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
    }
}

extension GetMailboxSettingsRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
