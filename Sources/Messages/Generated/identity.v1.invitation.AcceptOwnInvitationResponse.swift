// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// The accepted invitation.
package struct AcceptOwnInvitationResponse: Message {
    /// As stored, in state ACCEPTED.
    package var invitation: Invitation? = nil
    /// As stored, with its roles.
    package var account: Account? = nil
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        invitation: Invitation? = nil,
        account: Account? = nil,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.invitation = invitation
        self.account = account
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AcceptOwnInvitationResponse" }

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

extension AcceptOwnInvitationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnInvitationResponse>) {
        unsafe mandate__identity__v1__accept_own_invitation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AcceptOwnInvitationResponse>) throws(MessageError) {
        self.invitation = try unsafe Read.message(c.pointee.invitation)
        self.account = try unsafe Read.message(c.pointee.account)
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AcceptOwnInvitationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AcceptOwnInvitationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnInvitationResponse>, in arena: Arena) {
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension AcceptOwnInvitationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
