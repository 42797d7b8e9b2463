// Generated from mandate/mailbox/v1/delegation_resource.proto by proto/generate. Do not edit.

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
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Counts in
    /// UpdateDelegation.
    package var etag: String = ""
    /// Whom recipients see when the grantee sends; UNSPECIFIED: whom the mailbox says (rule D14).
    package var displayedSender: SenderDisplay = .unspecified
    /// Which folders can be read and searched, in FolderGrants' form. These three limit open (rule D27): without any it is of the
    /// whole mailbox.
    package var readFolders: [String] = []
    /// Which folders can have messages put in and changed how they are marked.
    package var writeFolders: [String] = []
    /// Which folders can have messages deleted.
    package var deleteFolders: [String] = []
    /// It is there and does not count (rule D2).
    package var frozen: Bool = false
    /// Who granted it last was given it by it, as account or in a group (rule D20).
    package var selfGrant: Bool = false

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
        etag: String = "",
        displayedSender: SenderDisplay = .unspecified,
        readFolders: [String] = [],
        writeFolders: [String] = [],
        deleteFolders: [String] = [],
        frozen: Bool = false,
        selfGrant: Bool = false
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
        self.displayedSender = displayedSender
        self.readFolders = readFolders
        self.writeFolders = writeFolders
        self.deleteFolders = deleteFolders
        self.frozen = frozen
        self.selfGrant = selfGrant
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
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.readFolders = try unsafe Read.texts(c.pointee.n_read_folders, c.pointee.read_folders, "mandate.mailbox.v1.Delegation.read_folders")
        self.writeFolders = try unsafe Read.texts(c.pointee.n_write_folders, c.pointee.write_folders, "mandate.mailbox.v1.Delegation.write_folders")
        self.deleteFolders = try unsafe Read.texts(c.pointee.n_delete_folders, c.pointee.delete_folders, "mandate.mailbox.v1.Delegation.delete_folders")
        self.frozen = unsafe c.pointee.frozen != 0
        self.selfGrant = unsafe c.pointee.self_grant != 0
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
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.n_read_folders = self.readFolders.count
        unsafe c.pointee.read_folders = arena.texts(self.readFolders)
        unsafe c.pointee.n_write_folders = self.writeFolders.count
        unsafe c.pointee.write_folders = arena.texts(self.writeFolders)
        unsafe c.pointee.n_delete_folders = self.deleteFolders.count
        unsafe c.pointee.delete_folders = arena.texts(self.deleteFolders)
        unsafe c.pointee.frozen = self.frozen ? 1 : 0
        unsafe c.pointee.self_grant = self.selfGrant ? 1 : 0
    }
}

extension Delegation {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.dlg(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^dlg_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.rights.count > 100 {
            violations.add("rights", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.rights.indices where !violations.isFull {
            let start = violations.count
            let value = self.rights[index]
            if case .unrecognized = value {
                violations.add("", .invalidField, "enum.defined_only: a value of Right")
            }
            if value.rawValue == 0 {
                violations.add("", .invalidField, "enum.not_in: none of RIGHT_UNSPECIFIED")
            }
            violations.place(from: start, in: "rights", index)
        }
        if let value = self.startTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("start_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("start_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if let value = self.expireTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("expire_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("expire_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
        if case .unrecognized = self.displayedSender {
            violations.add("displayed_sender", .invalidField, "enum.defined_only: a value of SenderDisplay")
        }
        if self.readFolders.count > 100 {
            violations.add("read_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.readFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.readFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "read_folders", index)
        }
        if self.writeFolders.count > 100 {
            violations.add("write_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.writeFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.writeFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "write_folders", index)
        }
        if self.deleteFolders.count > 100 {
            violations.add("delete_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.deleteFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.deleteFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "delete_folders", index)
        }
    }
}
