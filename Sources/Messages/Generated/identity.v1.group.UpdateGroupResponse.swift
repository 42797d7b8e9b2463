// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// The changed group.
package struct UpdateGroupResponse: Message {
    /// As stored.
    package var group: Group? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// True if there was nothing to do: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        group: Group? = nil,
        consistencyToken: String = "",
        unchanged: Bool = false,
        eventId: String = ""
    ) {
        self.group = group
        self.consistencyToken = consistencyToken
        self.unchanged = unchanged
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.UpdateGroupResponse" }

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

extension UpdateGroupResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateGroupResponse>) {
        unsafe mandate__identity__v1__update_group_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateGroupResponse>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdateGroupResponse.consistency_token")
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdateGroupResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateGroupResponse>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension UpdateGroupResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        }
    }
}
