// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// The declined offer.
package struct DeclineOwnershipTransferResponse: Message {
    /// As stored, in state DECLINED.
    package var ownershipTransfer: OwnershipTransfer? = nil
    /// True if it was declined before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        ownershipTransfer: OwnershipTransfer? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.ownershipTransfer = ownershipTransfer
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.DeclineOwnershipTransferResponse" }

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

extension DeclineOwnershipTransferResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineOwnershipTransferResponse>) {
        unsafe mandate__identity__v1__decline_ownership_transfer_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeclineOwnershipTransferResponse>) throws(MessageError) {
        self.ownershipTransfer = try unsafe Read.message(c.pointee.ownership_transfer)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeclineOwnershipTransferResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeclineOwnershipTransferResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineOwnershipTransferResponse>, in arena: Arena) {
        if let value = self.ownershipTransfer {
            unsafe c.pointee.ownership_transfer = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension DeclineOwnershipTransferResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.ownershipTransfer {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "ownership_transfer")
        }
    }
}
