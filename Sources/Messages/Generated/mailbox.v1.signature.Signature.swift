// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// A signature.
package struct Signature: Message {
    /// Whose.
    package var accountId: String = ""
    /// For which mailbox.
    package var mailboxId: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// As text: at most 10,000 bytes.
    package var text: String = ""
    /// As HTML, kept as given and never rendered here: whoever shows it makes it safe. At most 100,000 bytes.
    package var html: String = ""
    /// When it was set last.
    package var updateTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        mailboxId: String = "",
        organizationId: String = "",
        text: String = "",
        html: String = "",
        updateTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.mailboxId = mailboxId
        self.organizationId = organizationId
        self.text = text
        self.html = html
        self.updateTime = updateTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.Signature" }

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

extension Signature: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Signature>) {
        unsafe mandate__mailbox__v1__signature__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Signature>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.Signature.account_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.Signature.mailbox_id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.Signature.organization_id")
        self.text = try unsafe Read.text(c.pointee.text, "mandate.mailbox.v1.Signature.text")
        self.html = try unsafe Read.text(c.pointee.html, "mandate.mailbox.v1.Signature.html")
        self.updateTime = try unsafe Read.message(c.pointee.update_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.Signature.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Signature>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.text = arena.text(self.text)
        unsafe c.pointee.html = arena.text(self.html)
        if let value = self.updateTime {
            unsafe c.pointee.update_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
