// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// The tombstone.
package struct DeleteGroupResponse: Message {
    /// As stored, in state DELETED.
    package var group: Group? = nil
    /// True if it was deleted before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        group: Group? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.group = group
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.DeleteGroupResponse" }

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

extension DeleteGroupResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteGroupResponse>) {
        unsafe mandate__identity__v1__delete_group_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteGroupResponse>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeleteGroupResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeleteGroupResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteGroupResponse>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension DeleteGroupResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        }
    }
}
