// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// The accepted account.
package struct AcceptInvitationResponse: Message {
    /// As stored, in state ACTIVE; as it would be with validate_only.
    package var account: Account? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""
    /// As stored, in state ACCEPTED.
    package var invitation: Invitation? = nil

    package init() {}

    package init(
        account: Account? = nil,
        consistencyToken: String = "",
        eventId: String = "",
        invitation: Invitation? = nil
    ) {
        self.account = account
        self.consistencyToken = consistencyToken
        self.eventId = eventId
        self.invitation = invitation
    }

    package static var name: String { "mandate.identity.v1.AcceptInvitationResponse" }

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

extension AcceptInvitationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptInvitationResponse>) {
        unsafe mandate__identity__v1__accept_invitation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AcceptInvitationResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AcceptInvitationResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AcceptInvitationResponse.event_id")
        self.invitation = try unsafe Read.message(c.pointee.invitation)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptInvitationResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
    }
}

extension AcceptInvitationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
