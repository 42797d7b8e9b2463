// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// The new group.
package struct CreateGroupResponse: Message {
    /// As stored.
    package var group: Group? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        group: Group? = nil,
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.group = group
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.CreateGroupResponse" }

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

extension CreateGroupResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateGroupResponse>) {
        unsafe mandate__identity__v1__create_group_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateGroupResponse>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.CreateGroupResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.CreateGroupResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateGroupResponse>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension CreateGroupResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        }
    }
}
