// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

import CMessages

/// A mailbox's settings.
package struct GetMailboxSettingsResponse: Message {
    /// What is set.
    package var mailboxSettings: MailboxSettings? = nil
    /// What holds: whether it is shared.
    package var shared: Bool = false
    /// And whom recipients see; UNSPECIFIED: it is not said.
    package var effectiveDisplayedSender: SenderDisplay = .unspecified

    package init() {}

    package init(
        mailboxSettings: MailboxSettings? = nil,
        shared: Bool = false,
        effectiveDisplayedSender: SenderDisplay = .unspecified
    ) {
        self.mailboxSettings = mailboxSettings
        self.shared = shared
        self.effectiveDisplayedSender = effectiveDisplayedSender
    }

    package static var name: String { "mandate.mailbox.v1.GetMailboxSettingsResponse" }

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

extension GetMailboxSettingsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxSettingsResponse>) {
        unsafe mandate__mailbox__v1__get_mailbox_settings_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetMailboxSettingsResponse>) throws(MessageError) {
        self.mailboxSettings = try unsafe Read.message(c.pointee.mailbox_settings)
        self.shared = unsafe c.pointee.shared != 0
        self.effectiveDisplayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.effective_displayed_sender.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxSettingsResponse>, in arena: Arena) {
        if let value = self.mailboxSettings {
            unsafe c.pointee.mailbox_settings = arena.message(value)
        }
        unsafe c.pointee.shared = self.shared ? 1 : 0
        unsafe c.pointee.effective_displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.effectiveDisplayedSender.rawValue))
    }
}

extension GetMailboxSettingsResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.mailboxSettings {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox_settings")
        }
    }
}
