// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Declines an invitation.
package struct DeclineInvitationRequest: Message {
    /// From whoever invited.
    package var invitationToken: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing: the token stays good.
    package var validateOnly: Bool = false
    /// Of the invitation as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        invitationToken: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.invitationToken = invitationToken
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.DeclineInvitationRequest" }

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

extension DeclineInvitationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineInvitationRequest>) {
        unsafe mandate__identity__v1__decline_invitation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeclineInvitationRequest>) throws(MessageError) {
        self.invitationToken = try unsafe Read.text(c.pointee.invitation_token, "mandate.identity.v1.DeclineInvitationRequest.invitation_token")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.DeclineInvitationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.DeclineInvitationRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeclineInvitationRequest>, in arena: Arena) {
        unsafe c.pointee.invitation_token = arena.text(self.invitationToken)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension DeclineInvitationRequest {
    package func check(_ violations: inout Violations) {
        if self.invitationToken.isEmpty {
            violations.addMissing("invitation_token")
        } else {
            if self.invitationToken.hasMoreScalars(than: 100) {
                violations.add("invitation_token", .tooLong, "string.max_len: at most 100 characters")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
