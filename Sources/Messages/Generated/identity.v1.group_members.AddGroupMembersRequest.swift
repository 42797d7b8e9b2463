// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

import CMessages

/// Adds members.
package struct AddGroupMembersRequest: Message {
    /// The group.
    package var groupId: String = ""
    /// acc_… or grp_… of the same organization, in no order; one that is named twice counts once.
    package var memberIds: [String] = []
    /// Until when, rounded down to a microsecond; it must lie ahead. Absent: without an end.
    package var expireTime: Timestamp? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        groupId: String = "",
        memberIds: [String] = [],
        expireTime: Timestamp? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.groupId = groupId
        self.memberIds = memberIds
        self.expireTime = expireTime
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.AddGroupMembersRequest" }

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

extension AddGroupMembersRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMembersRequest>) {
        unsafe mandate__identity__v1__add_group_members_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AddGroupMembersRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.AddGroupMembersRequest.group_id")
        self.memberIds = try unsafe Read.texts(c.pointee.n_member_ids, c.pointee.member_ids, "mandate.identity.v1.AddGroupMembersRequest.member_ids")
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AddGroupMembersRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMembersRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.n_member_ids = self.memberIds.count
        unsafe c.pointee.member_ids = arena.texts(self.memberIds)
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension AddGroupMembersRequest {
    package func check(_ violations: inout Violations) {
        if self.groupId.isEmpty {
            violations.addMissing("group_id")
        } else {
            if !Patterns.grp(self.groupId) {
                violations.add("group_id", .invalidField, "string.pattern: as in ^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.memberIds.count < 1 {
            violations.add("member_ids", .missingField, "repeated.min_items: at least 1 element")
        }
        if self.memberIds.count > 1000 {
            violations.add("member_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        for index in self.memberIds.indices where !violations.isFull {
            let start = violations.count
            let value = self.memberIds[index]
            if !Patterns.accOrGrp(value) {
                violations.add("", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
            violations.place(from: start, in: "member_ids", index)
        }
        if let value = self.expireTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("expire_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("expire_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
