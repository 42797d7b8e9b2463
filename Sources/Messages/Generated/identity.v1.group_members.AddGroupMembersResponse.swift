// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

import CMessages

/// What was added.
package struct AddGroupMembersResponse: Message {
    /// Members that were none before.
    package var addedCount: Int32 = 0
    /// Members that have another end now.
    package var changedCount: Int32 = 0
    /// Members that were so before.
    package var unchangedCount: Int32 = 0
    /// True if all were so before: nothing changed.
    package var unchanged: Bool = false
    /// The first event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        addedCount: Int32 = 0,
        changedCount: Int32 = 0,
        unchangedCount: Int32 = 0,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.addedCount = addedCount
        self.changedCount = changedCount
        self.unchangedCount = unchangedCount
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AddGroupMembersResponse" }

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

extension AddGroupMembersResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMembersResponse>) {
        unsafe mandate__identity__v1__add_group_members_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AddGroupMembersResponse>) throws(MessageError) {
        self.addedCount = unsafe c.pointee.added_count
        self.changedCount = unsafe c.pointee.changed_count
        self.unchangedCount = unsafe c.pointee.unchanged_count
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AddGroupMembersResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AddGroupMembersResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AddGroupMembersResponse>, in arena: Arena) {
        unsafe c.pointee.added_count = self.addedCount
        unsafe c.pointee.changed_count = self.changedCount
        unsafe c.pointee.unchanged_count = self.unchangedCount
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
