// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

import CMessages

/// Says who the members are.
package struct SetGroupMembersRequest: Message {
    /// The group.
    package var groupId: String = ""
    /// Every one: acc_… or grp_… of the same organization, in no order; one that is named twice counts once.
    package var memberIds: [String] = []
    /// True with no member_ids: everybody is removed. Without it an empty list is refused as missing, for mostly it comes of a
    /// directory that did not answer.
    package var removeAll: Bool = false
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        groupId: String = "",
        memberIds: [String] = [],
        removeAll: Bool = false,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.groupId = groupId
        self.memberIds = memberIds
        self.removeAll = removeAll
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.SetGroupMembersRequest" }

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

extension SetGroupMembersRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SetGroupMembersRequest>) {
        unsafe mandate__identity__v1__set_group_members_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SetGroupMembersRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.SetGroupMembersRequest.group_id")
        self.memberIds = try unsafe Read.texts(c.pointee.n_member_ids, c.pointee.member_ids, "mandate.identity.v1.SetGroupMembersRequest.member_ids")
        self.removeAll = unsafe c.pointee.remove_all != 0
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.SetGroupMembersRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SetGroupMembersRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.n_member_ids = self.memberIds.count
        unsafe c.pointee.member_ids = arena.texts(self.memberIds)
        unsafe c.pointee.remove_all = self.removeAll ? 1 : 0
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension SetGroupMembersRequest {
    package func check(_ violations: inout Violations) {
        if self.groupId.isEmpty {
            violations.addMissing("group_id")
        } else {
            if !Patterns.grp(self.groupId) {
                violations.add("group_id", .invalidField, "string.pattern: as in ^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.memberIds.count > 50000 {
            violations.add("member_ids", .tooLong, "repeated.max_items: at most 50000 elements")
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
