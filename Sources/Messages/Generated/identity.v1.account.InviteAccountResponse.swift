// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// The invited account.
package struct InviteAccountResponse: Message {
    /// As stored, in state INVITED.
    package var account: Account? = nil
    /// What AcceptInvitation takes. Stored hashed. Every call gives a new one, and the one before is void.
    package var invitationToken: String = ""
    /// When the invitation ends.
    package var expireTime: Timestamp? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""
    /// The invitation, one without roles: to be sent again or withdrawn. See InvitationService.
    package var invitationId: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        invitationToken: String = "",
        expireTime: Timestamp? = nil,
        consistencyToken: String = "",
        eventId: String = "",
        invitationId: String = ""
    ) {
        self.account = account
        self.invitationToken = invitationToken
        self.expireTime = expireTime
        self.consistencyToken = consistencyToken
        self.eventId = eventId
        self.invitationId = invitationId
    }

    package static var name: String { "mandate.identity.v1.InviteAccountResponse" }

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

extension InviteAccountResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAccountResponse>) {
        unsafe mandate__identity__v1__invite_account_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__InviteAccountResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.invitationToken = try unsafe Read.text(c.pointee.invitation_token, "mandate.identity.v1.InviteAccountResponse.invitation_token")
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.InviteAccountResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.InviteAccountResponse.event_id")
        self.invitationId = try unsafe Read.text(c.pointee.invitation_id, "mandate.identity.v1.InviteAccountResponse.invitation_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAccountResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.invitation_token = arena.text(self.invitationToken)
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.invitation_id = arena.text(self.invitationId)
    }
}

extension InviteAccountResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
