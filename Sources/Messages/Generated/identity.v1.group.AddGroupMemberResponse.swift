// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// The membership.
package struct AddGroupMemberResponse: Message {
    /// As stored.
    package var member: GroupMember? = nil
    /// True if it was a member before, with the same end: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        member: GroupMember? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.member = member
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AddGroupMemberResponse" }

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

extension AddGroupMemberResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMemberResponse>) {
        unsafe mandate__identity__v1__add_group_member_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AddGroupMemberResponse>) throws(MessageError) {
        self.member = try unsafe Read.message(c.pointee.member)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AddGroupMemberResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AddGroupMemberResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMemberResponse>, in arena: Arena) {
        if let value = self.member {
            unsafe c.pointee.member = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
