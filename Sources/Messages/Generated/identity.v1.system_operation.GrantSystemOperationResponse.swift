// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

import CMessages

/// The holding.
package struct GrantSystemOperationResponse: Message {
    /// As stored.
    package var holding: SystemOperationHolding? = nil
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        holding: SystemOperationHolding? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.holding = holding
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.GrantSystemOperationResponse" }

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

extension GrantSystemOperationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GrantSystemOperationResponse>) {
        unsafe mandate__identity__v1__grant_system_operation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GrantSystemOperationResponse>) throws(MessageError) {
        self.holding = try unsafe Read.message(c.pointee.holding)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.GrantSystemOperationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.GrantSystemOperationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GrantSystemOperationResponse>, in arena: Arena) {
        if let value = self.holding {
            unsafe c.pointee.holding = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
