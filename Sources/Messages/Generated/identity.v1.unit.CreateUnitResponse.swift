// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// The new unit.
package struct CreateUnitResponse: Message {
    /// As stored.
    package var unit: Unit? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        unit: Unit? = nil,
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.unit = unit
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.CreateUnitResponse" }

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

extension CreateUnitResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateUnitResponse>) {
        unsafe mandate__identity__v1__create_unit_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateUnitResponse>) throws(MessageError) {
        self.unit = try unsafe Read.message(c.pointee.unit)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.CreateUnitResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.CreateUnitResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateUnitResponse>, in arena: Arena) {
        if let value = self.unit {
            unsafe c.pointee.unit = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension CreateUnitResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.unit {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "unit")
        }
    }
}
