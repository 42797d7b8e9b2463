// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// The declined invitation.
package struct DeclineOwnInvitationResponse: Message {
    /// As stored, in state DECLINED.
    package var invitation: Invitation? = nil
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        invitation: Invitation? = nil,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.invitation = invitation
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.DeclineOwnInvitationResponse" }

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

extension DeclineOwnInvitationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineOwnInvitationResponse>) {
        unsafe mandate__identity__v1__decline_own_invitation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeclineOwnInvitationResponse>) throws(MessageError) {
        self.invitation = try unsafe Read.message(c.pointee.invitation)
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeclineOwnInvitationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeclineOwnInvitationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineOwnInvitationResponse>, in arena: Arena) {
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
