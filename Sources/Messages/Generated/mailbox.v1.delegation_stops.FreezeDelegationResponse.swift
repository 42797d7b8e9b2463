// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// The frozen delegation.
package struct FreezeDelegationResponse: Message {
    /// As stored.
    package var delegation: Delegation? = nil
    /// True if it was frozen before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        delegation: Delegation? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.delegation = delegation
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.FreezeDelegationResponse" }

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

extension FreezeDelegationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__FreezeDelegationResponse>) {
        unsafe mandate__mailbox__v1__freeze_delegation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__FreezeDelegationResponse>) throws(MessageError) {
        self.delegation = try unsafe Read.message(c.pointee.delegation)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.FreezeDelegationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.FreezeDelegationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__FreezeDelegationResponse>, in arena: Arena) {
        if let value = self.delegation {
            unsafe c.pointee.delegation = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension FreezeDelegationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.delegation {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "delegation")
        }
    }
}
