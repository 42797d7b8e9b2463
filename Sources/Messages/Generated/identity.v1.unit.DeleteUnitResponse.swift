// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// The deletion.
package struct DeleteUnitResponse: Message {
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.DeleteUnitResponse" }

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

extension DeleteUnitResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteUnitResponse>) {
        unsafe mandate__identity__v1__delete_unit_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteUnitResponse>) throws(MessageError) {
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeleteUnitResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeleteUnitResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteUnitResponse>, in arena: Arena) {
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}
