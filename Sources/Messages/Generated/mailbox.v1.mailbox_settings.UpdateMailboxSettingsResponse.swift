// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

import CMessages

/// The changed settings.
package struct UpdateMailboxSettingsResponse: Message {
    /// As stored.
    package var mailboxSettings: MailboxSettings? = nil
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        mailboxSettings: MailboxSettings? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.mailboxSettings = mailboxSettings
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.UpdateMailboxSettingsResponse" }

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

extension UpdateMailboxSettingsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__UpdateMailboxSettingsResponse>) {
        unsafe mandate__mailbox__v1__update_mailbox_settings_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__UpdateMailboxSettingsResponse>) throws(MessageError) {
        self.mailboxSettings = try unsafe Read.message(c.pointee.mailbox_settings)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.UpdateMailboxSettingsResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.UpdateMailboxSettingsResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__UpdateMailboxSettingsResponse>, in arena: Arena) {
        if let value = self.mailboxSettings {
            unsafe c.pointee.mailbox_settings = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UpdateMailboxSettingsResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.mailboxSettings {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox_settings")
        }
    }
}
