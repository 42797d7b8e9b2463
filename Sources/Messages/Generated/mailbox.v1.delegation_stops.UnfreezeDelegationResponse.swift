// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// The unfrozen delegation.
package struct UnfreezeDelegationResponse: Message {
    /// As stored.
    package var delegation: Delegation? = nil
    /// True if it was unfrozen before: nothing changed.
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

    package static var name: String { "mandate.mailbox.v1.UnfreezeDelegationResponse" }

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

extension UnfreezeDelegationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnfreezeDelegationResponse>) {
        unsafe mandate__mailbox__v1__unfreeze_delegation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__UnfreezeDelegationResponse>) throws(MessageError) {
        self.delegation = try unsafe Read.message(c.pointee.delegation)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.UnfreezeDelegationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.UnfreezeDelegationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnfreezeDelegationResponse>, in arena: Arena) {
        if let value = self.delegation {
            unsafe c.pointee.delegation = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UnfreezeDelegationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.delegation {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "delegation")
        }
    }
}
