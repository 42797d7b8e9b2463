// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// What was revoked.
package struct RevokeGranteeDelegationsResponse: Message {
    /// How many delegations.
    package var revokedCount: Int32 = 0
    /// True if there was none: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        revokedCount: Int32 = 0,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.revokedCount = revokedCount
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.RevokeGranteeDelegationsResponse" }

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

extension RevokeGranteeDelegationsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsResponse>) {
        unsafe mandate__mailbox__v1__revoke_grantee_delegations_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsResponse>) throws(MessageError) {
        self.revokedCount = unsafe c.pointee.revoked_count
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.RevokeGranteeDelegationsResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.RevokeGranteeDelegationsResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsResponse>, in arena: Arena) {
        unsafe c.pointee.revoked_count = self.revokedCount
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
