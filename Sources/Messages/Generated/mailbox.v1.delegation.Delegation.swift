// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

import CMessages

/// One grant.
package struct Delegation: Message {
    /// dlg_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The mailbox.
    package var mailboxId: String = ""
    /// acc_… or grp_…
    package var granteeId: String = ""
    /// Which rights; without doubles, in the order of the enum.
    package var rights: [Right] = []
    /// Counts from here on. Absent: at once.
    package var startTime: Timestamp? = nil
    /// Ends here. Absent: never.
    package var expireTime: Timestamp? = nil
    /// Who granted it.
    package var grantedBy: String = ""
    /// When.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        mailboxId: String = "",
        granteeId: String = "",
        rights: [Right] = [],
        startTime: Timestamp? = nil,
        expireTime: Timestamp? = nil,
        grantedBy: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.mailboxId = mailboxId
        self.granteeId = granteeId
        self.rights = rights
        self.startTime = startTime
        self.expireTime = expireTime
        self.grantedBy = grantedBy
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.Delegation" }

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

extension Delegation: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Delegation>) {
        unsafe mandate__mailbox__v1__delegation__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Delegation>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.mailbox.v1.Delegation.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.Delegation.organization_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.Delegation.mailbox_id")
        self.granteeId = try unsafe Read.text(c.pointee.grantee_id, "mandate.mailbox.v1.Delegation.grantee_id")
        self.rights = unsafe Read.enums(c.pointee.n_rights, UnsafeRawPointer(c.pointee.rights))
        self.startTime = try unsafe Read.message(c.pointee.start_time)
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.grantedBy = try unsafe Read.text(c.pointee.granted_by, "mandate.mailbox.v1.Delegation.granted_by")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.Delegation.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Delegation>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.grantee_id = arena.text(self.granteeId)
        unsafe c.pointee.n_rights = self.rights.count
        unsafe c.pointee.rights = arena.enums(self.rights)
        if let value = self.startTime {
            unsafe c.pointee.start_time = arena.message(value)
        }
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        unsafe c.pointee.granted_by = arena.text(self.grantedBy)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
