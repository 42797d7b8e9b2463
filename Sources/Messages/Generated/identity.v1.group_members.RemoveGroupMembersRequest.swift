// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

import CMessages

/// Removes members.
package struct RemoveGroupMembersRequest: Message {
    /// The group.
    package var groupId: String = ""
    /// acc_… or grp_…, in no order; one that is named twice counts once.
    package var memberIds: [String] = []
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        groupId: String = "",
        memberIds: [String] = [],
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.groupId = groupId
        self.memberIds = memberIds
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.RemoveGroupMembersRequest" }

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

extension RemoveGroupMembersRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__RemoveGroupMembersRequest>) {
        unsafe mandate__identity__v1__remove_group_members_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__RemoveGroupMembersRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.RemoveGroupMembersRequest.group_id")
        self.memberIds = try unsafe Read.texts(c.pointee.n_member_ids, c.pointee.member_ids, "mandate.identity.v1.RemoveGroupMembersRequest.member_ids")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.RemoveGroupMembersRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__RemoveGroupMembersRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.n_member_ids = self.memberIds.count
        unsafe c.pointee.member_ids = arena.texts(self.memberIds)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension RemoveGroupMembersRequest {
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
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
