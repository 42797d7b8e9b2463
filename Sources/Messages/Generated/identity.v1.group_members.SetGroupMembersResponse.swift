// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

import CMessages

/// What was different.
package struct SetGroupMembersResponse: Message {
    /// Members that were none before.
    package var addedCount: Int32 = 0
    /// Those that are none any more.
    package var removedCount: Int32 = 0
    /// Members that were so before.
    package var unchangedCount: Int32 = 0
    /// True if there was no difference: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        addedCount: Int32 = 0,
        removedCount: Int32 = 0,
        unchangedCount: Int32 = 0,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.addedCount = addedCount
        self.removedCount = removedCount
        self.unchangedCount = unchangedCount
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.SetGroupMembersResponse" }

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

extension SetGroupMembersResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SetGroupMembersResponse>) {
        unsafe mandate__identity__v1__set_group_members_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SetGroupMembersResponse>) throws(MessageError) {
        self.addedCount = unsafe c.pointee.added_count
        self.removedCount = unsafe c.pointee.removed_count
        self.unchangedCount = unsafe c.pointee.unchanged_count
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.SetGroupMembersResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.SetGroupMembersResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SetGroupMembersResponse>, in arena: Arena) {
        unsafe c.pointee.added_count = self.addedCount
        unsafe c.pointee.removed_count = self.removedCount
        unsafe c.pointee.unchanged_count = self.unchangedCount
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
