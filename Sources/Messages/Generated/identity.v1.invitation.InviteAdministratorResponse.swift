// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// The invitation.
package struct InviteAdministratorResponse: Message {
    /// As stored.
    package var invitation: Invitation? = nil
    /// As stored: in state INVITED when the invitation made it, else as it was.
    package var account: Account? = nil
    /// What AcceptInvitation and DeclineInvitation take. Stored hashed.
    package var invitationToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        invitation: Invitation? = nil,
        account: Account? = nil,
        invitationToken: String = "",
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.invitation = invitation
        self.account = account
        self.invitationToken = invitationToken
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.InviteAdministratorResponse" }

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

extension InviteAdministratorResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAdministratorResponse>) {
        unsafe mandate__identity__v1__invite_administrator_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__InviteAdministratorResponse>) throws(MessageError) {
        self.invitation = try unsafe Read.message(c.pointee.invitation)
        self.account = try unsafe Read.message(c.pointee.account)
        self.invitationToken = try unsafe Read.text(c.pointee.invitation_token, "mandate.identity.v1.InviteAdministratorResponse.invitation_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.InviteAdministratorResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.InviteAdministratorResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAdministratorResponse>, in arena: Arena) {
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.invitation_token = arena.text(self.invitationToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension InviteAdministratorResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
