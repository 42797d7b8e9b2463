// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// Asks for members.
package struct ListGroupMembersRequest: Message {
    /// The group.
    package var groupId: String = ""
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        groupId: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.groupId = groupId
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.identity.v1.ListGroupMembersRequest" }

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

extension ListGroupMembersRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupMembersRequest>) {
        unsafe mandate__identity__v1__list_group_members_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListGroupMembersRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.ListGroupMembersRequest.group_id")
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListGroupMembersRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupMembersRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListGroupMembersRequest {
    package func check(_ violations: inout Violations) {
        if self.groupId.isEmpty {
            violations.addMissing("group_id")
        } else {
            if !Patterns.grp(self.groupId) {
                violations.add("group_id", .invalidField, "string.pattern: as in ^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
