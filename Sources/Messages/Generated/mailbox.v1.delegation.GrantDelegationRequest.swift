// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

import CMessages

/// Grants.
package struct GrantDelegationRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// acc_… or grp_… of the mailbox's organization.
    package var granteeId: String = ""
    /// The rights. None: a delegate who is listed and can do nothing yet (rule D3).
    package var rights: [Right] = []
    /// Counts from here on; rounded up to a microsecond.
    package var startTime: Timestamp? = nil
    /// Ends here; rounded down to a microsecond.
    package var expireTime: Timestamp? = nil
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the delegation that is there as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
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

    package init() {}

    package init(
        mailboxId: String = "",
        granteeId: String = "",
        rights: [Right] = [],
        startTime: Timestamp? = nil,
        expireTime: Timestamp? = nil,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = "",
        displayedSender: SenderDisplay = .unspecified,
        readFolders: [String] = [],
        writeFolders: [String] = [],
        deleteFolders: [String] = []
    ) {
        self.mailboxId = mailboxId
        self.granteeId = granteeId
        self.rights = rights
        self.startTime = startTime
        self.expireTime = expireTime
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
        self.displayedSender = displayedSender
        self.readFolders = readFolders
        self.writeFolders = writeFolders
        self.deleteFolders = deleteFolders
    }

    package static var name: String { "mandate.mailbox.v1.GrantDelegationRequest" }

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

extension GrantDelegationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GrantDelegationRequest>) {
        unsafe mandate__mailbox__v1__grant_delegation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GrantDelegationRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.GrantDelegationRequest.mailbox_id")
        self.granteeId = try unsafe Read.text(c.pointee.grantee_id, "mandate.mailbox.v1.GrantDelegationRequest.grantee_id")
        self.rights = unsafe Read.enums(c.pointee.n_rights, UnsafeRawPointer(c.pointee.rights))
        self.startTime = try unsafe Read.message(c.pointee.start_time)
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.GrantDelegationRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.GrantDelegationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.GrantDelegationRequest.etag")
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.readFolders = try unsafe Read.texts(c.pointee.n_read_folders, c.pointee.read_folders, "mandate.mailbox.v1.GrantDelegationRequest.read_folders")
        self.writeFolders = try unsafe Read.texts(c.pointee.n_write_folders, c.pointee.write_folders, "mandate.mailbox.v1.GrantDelegationRequest.write_folders")
        self.deleteFolders = try unsafe Read.texts(c.pointee.n_delete_folders, c.pointee.delete_folders, "mandate.mailbox.v1.GrantDelegationRequest.delete_folders")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GrantDelegationRequest>, in arena: Arena) {
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
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.n_read_folders = self.readFolders.count
        unsafe c.pointee.read_folders = arena.texts(self.readFolders)
        unsafe c.pointee.n_write_folders = self.writeFolders.count
        unsafe c.pointee.write_folders = arena.texts(self.writeFolders)
        unsafe c.pointee.n_delete_folders = self.deleteFolders.count
        unsafe c.pointee.delete_folders = arena.texts(self.deleteFolders)
    }
}

extension GrantDelegationRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.granteeId.isEmpty {
            violations.addMissing("grantee_id")
        } else {
            if !Patterns.accOrGrp(self.granteeId) {
                violations.add("grantee_id", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
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
