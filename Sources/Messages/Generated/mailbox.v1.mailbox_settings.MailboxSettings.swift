// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

import CMessages

/// A mailbox's settings. There is one a mailbox; what nobody has set is as the mailbox began.
package struct MailboxSettings: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Whether anybody but the owner has any right in it (rule D7). Grants stay, and count again when it is on. UNSPECIFIED: as
    /// the mailbox began, by policy sharing_default at that time.
    package var allowSharedAccess: SharedAccess = .unspecified
    /// Whom recipients see when a delegate sends and its grant says nothing (rule D14). UNSPECIFIED: whom its account says, else
    /// the organization.
    package var displayedSender: SenderDisplay = .unspecified
    /// The signature of who has none of its own for this mailbox (rule D13), as text: at most 10,000 bytes.
    package var defaultSignatureText: String = ""
    /// And as HTML, kept as given and never rendered here: at most 100,000 bytes.
    package var defaultSignatureHtml: String = ""
    /// When it was changed last; absent while nobody has set anything.
    package var updateTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        mailboxId: String = "",
        organizationId: String = "",
        allowSharedAccess: SharedAccess = .unspecified,
        displayedSender: SenderDisplay = .unspecified,
        defaultSignatureText: String = "",
        defaultSignatureHtml: String = "",
        updateTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.mailboxId = mailboxId
        self.organizationId = organizationId
        self.allowSharedAccess = allowSharedAccess
        self.displayedSender = displayedSender
        self.defaultSignatureText = defaultSignatureText
        self.defaultSignatureHtml = defaultSignatureHtml
        self.updateTime = updateTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.MailboxSettings" }

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

extension MailboxSettings: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__MailboxSettings>) {
        unsafe mandate__mailbox__v1__mailbox_settings__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__MailboxSettings>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.MailboxSettings.mailbox_id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.MailboxSettings.organization_id")
        self.allowSharedAccess = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.allow_shared_access.rawValue))
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.defaultSignatureText = try unsafe Read.text(c.pointee.default_signature_text, "mandate.mailbox.v1.MailboxSettings.default_signature_text")
        self.defaultSignatureHtml = try unsafe Read.text(c.pointee.default_signature_html, "mandate.mailbox.v1.MailboxSettings.default_signature_html")
        self.updateTime = try unsafe Read.message(c.pointee.update_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.MailboxSettings.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__MailboxSettings>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.allow_shared_access = .init(rawValue: .init(truncatingIfNeeded: self.allowSharedAccess.rawValue))
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.default_signature_text = arena.text(self.defaultSignatureText)
        unsafe c.pointee.default_signature_html = arena.text(self.defaultSignatureHtml)
        if let value = self.updateTime {
            unsafe c.pointee.update_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension MailboxSettings {
    package func check(_ violations: inout Violations) {
        if !self.mailboxId.isEmpty {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.allowSharedAccess {
            violations.add("allow_shared_access", .invalidField, "enum.defined_only: a value of SharedAccess")
        }
        if case .unrecognized = self.displayedSender {
            violations.add("displayed_sender", .invalidField, "enum.defined_only: a value of SenderDisplay")
        }
        if self.defaultSignatureText.utf8.count > 10000 {
            violations.add("default_signature_text", .tooLong, "string.max_bytes: at most 10000 bytes")
        }
        if self.defaultSignatureHtml.utf8.count > 100000 {
            violations.add("default_signature_html", .tooLong, "string.max_bytes: at most 100000 bytes")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
