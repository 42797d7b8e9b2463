// Generated from mandate/mailbox/v1/mailbox_resource.proto by proto/generate. Do not edit.

import CMessages

/// A mailbox. A personal or functional one appears with its account; a registered one is a resource of its own.
package struct Mailbox: Message {
    /// mbx_ and a UUIDv7 in base32: nothing follows from it.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The account it is there with. Empty for a registered one.
    package var accountId: String = ""
    /// What it is.
    package var kind: MailboxKind = .unspecified
    /// Its address: its account's, or its own.
    package var address: String = ""
    /// Its name: its account's, or its own. At most 200 characters.
    package var displayName: String = ""
    /// Who has every right in it without a grant (rule D8): of a personal one its account, of a registered one the account that
    /// registered it. Empty for a functional one.
    package var ownerId: String = ""
    /// When it was registered. Only of a registered one, as all that follows.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Counts in UpdateMailbox.
    package var etag: String = ""
    /// Registered while policy sharing_default was off: it began without shared access (rule D7).
    package var unshared: Bool = false

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountId: String = "",
        kind: MailboxKind = .unspecified,
        address: String = "",
        displayName: String = "",
        ownerId: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = "",
        unshared: Bool = false
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountId = accountId
        self.kind = kind
        self.address = address
        self.displayName = displayName
        self.ownerId = ownerId
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
        self.unshared = unshared
    }

    package static var name: String { "mandate.mailbox.v1.Mailbox" }

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

extension Mailbox: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Mailbox>) {
        unsafe mandate__mailbox__v1__mailbox__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Mailbox>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.mailbox.v1.Mailbox.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.Mailbox.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.Mailbox.account_id")
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.address = try unsafe Read.text(c.pointee.address, "mandate.mailbox.v1.Mailbox.address")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.mailbox.v1.Mailbox.display_name")
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.mailbox.v1.Mailbox.owner_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.Mailbox.etag")
        self.unshared = unsafe c.pointee.unshared != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Mailbox>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
        unsafe c.pointee.unshared = self.unshared ? 1 : 0
    }
}

extension Mailbox {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.mbx(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
