// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

import CMessages

/// The holding that was.
package struct RevokeSystemOperationResponse: Message {
    /// As it was stored.
    package var holding: SystemOperationHolding? = nil
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        holding: SystemOperationHolding? = nil,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.holding = holding
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.RevokeSystemOperationResponse" }

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

extension RevokeSystemOperationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__RevokeSystemOperationResponse>) {
        unsafe mandate__identity__v1__revoke_system_operation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__RevokeSystemOperationResponse>) throws(MessageError) {
        self.holding = try unsafe Read.message(c.pointee.holding)
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.RevokeSystemOperationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.RevokeSystemOperationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__RevokeSystemOperationResponse>, in arena: Arena) {
        if let value = self.holding {
            unsafe c.pointee.holding = arena.message(value)
        }
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
