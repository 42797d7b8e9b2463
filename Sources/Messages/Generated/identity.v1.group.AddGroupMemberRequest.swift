// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// Adds a member.
package struct AddGroupMemberRequest: Message {
    /// The group.
    package var groupId: String = ""
    /// acc_… or grp_… of the same organization.
    package var memberId: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the membership as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""
    /// Until when, rounded down to a microsecond; it must lie ahead. Absent: without an end.
    package var expireTime: Timestamp? = nil

    package init() {}

    package init(
        groupId: String = "",
        memberId: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = "",
        expireTime: Timestamp? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
        self.expireTime = expireTime
    }

    package static var name: String { "mandate.identity.v1.AddGroupMemberRequest" }

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

extension AddGroupMemberRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMemberRequest>) {
        unsafe mandate__identity__v1__add_group_member_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AddGroupMemberRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.AddGroupMemberRequest.group_id")
        self.memberId = try unsafe Read.text(c.pointee.member_id, "mandate.identity.v1.AddGroupMemberRequest.member_id")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AddGroupMemberRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.AddGroupMemberRequest.etag")
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMemberRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.member_id = arena.text(self.memberId)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
    }
}

extension AddGroupMemberRequest {
    package func check(_ violations: inout Violations) {
        if self.groupId.isEmpty {
            violations.addMissing("group_id")
        } else {
            if !Patterns.grp(self.groupId) {
                violations.add("group_id", .invalidField, "string.pattern: as in ^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.memberId.isEmpty {
            violations.addMissing("member_id")
        } else {
            if !Patterns.accOrGrp(self.memberId) {
                violations.add("member_id", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
        if let value = self.expireTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("expire_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("expire_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
    }
}
