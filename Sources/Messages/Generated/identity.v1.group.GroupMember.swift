// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// One direct membership.
package struct GroupMember: Message {
    /// The group.
    package var groupId: String = ""
    /// acc_… or grp_…
    package var memberId: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// When it was added.
    package var createTime: Timestamp? = nil
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""
    /// The membership gives nothing from here on, and is gone soon after. Absent: it does not end.
    package var expireTime: Timestamp? = nil

    package init() {}

    package init(
        groupId: String = "",
        memberId: String = "",
        organizationId: String = "",
        createTime: Timestamp? = nil,
        etag: String = "",
        expireTime: Timestamp? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.organizationId = organizationId
        self.createTime = createTime
        self.etag = etag
        self.expireTime = expireTime
    }

    package static var name: String { "mandate.identity.v1.GroupMember" }

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

extension GroupMember: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GroupMember>) {
        unsafe mandate__identity__v1__group_member__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GroupMember>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.GroupMember.group_id")
        self.memberId = try unsafe Read.text(c.pointee.member_id, "mandate.identity.v1.GroupMember.member_id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.GroupMember.organization_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.GroupMember.etag")
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GroupMember>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
        unsafe c.pointee.member_id = arena.text(self.memberId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.etag = arena.text(self.etag)
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
    }
}
