// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// The moved unit.
package struct MoveUnitResponse: Message {
    /// As stored.
    package var unit: Unit? = nil
    /// True if it was there before: nothing changed.
    package var unchanged: Bool = false
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        unit: Unit? = nil,
        unchanged: Bool = false,
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.unit = unit
        self.unchanged = unchanged
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.MoveUnitResponse" }

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

extension MoveUnitResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__MoveUnitResponse>) {
        unsafe mandate__identity__v1__move_unit_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__MoveUnitResponse>) throws(MessageError) {
        self.unit = try unsafe Read.message(c.pointee.unit)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.MoveUnitResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.MoveUnitResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__MoveUnitResponse>, in arena: Arena) {
        if let value = self.unit {
            unsafe c.pointee.unit = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension MoveUnitResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.unit {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "unit")
        }
    }
}
