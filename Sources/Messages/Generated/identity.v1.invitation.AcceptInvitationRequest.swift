// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Accepts an invitation.
package struct AcceptInvitationRequest: Message {
    /// From whoever invited.
    package var invitationToken: String = ""
    /// The first password of an account that the invitation made. Empty: none. Any other account has its own already, and one
    /// here is refused.
    package var password: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Of the account as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""
    /// Checks everything and changes nothing: the token stays good.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        invitationToken: String = "",
        password: String = "",
        requestId: String = "",
        etag: String = "",
        validateOnly: Bool = false
    ) {
        self.invitationToken = invitationToken
        self.password = password
        self.requestId = requestId
        self.etag = etag
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.AcceptInvitationRequest" }

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

extension AcceptInvitationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptInvitationRequest>) {
        unsafe mandate__identity__v1__accept_invitation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AcceptInvitationRequest>) throws(MessageError) {
        self.invitationToken = try unsafe Read.text(c.pointee.invitation_token, "mandate.identity.v1.AcceptInvitationRequest.invitation_token")
        self.password = try unsafe Read.text(c.pointee.password, "mandate.identity.v1.AcceptInvitationRequest.password")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AcceptInvitationRequest.request_id")
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.AcceptInvitationRequest.etag")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptInvitationRequest>, in arena: Arena) {
        unsafe c.pointee.invitation_token = arena.text(self.invitationToken)
        unsafe c.pointee.password = arena.text(self.password)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.etag = arena.text(self.etag)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension AcceptInvitationRequest {
    package func check(_ violations: inout Violations) {
        if self.invitationToken.isEmpty {
            violations.addMissing("invitation_token")
        } else {
            if self.invitationToken.hasMoreScalars(than: 100) {
                violations.add("invitation_token", .tooLong, "string.max_len: at most 100 characters")
            }
        }
        if !self.password.isEmpty {
            if self.password.utf8.count < 8 {
                violations.add("password", self.password.isEmpty ? .missingField : .invalidField, "string.min_bytes: at least 8 bytes")
            }
            if self.password.utf8.count > 1024 {
                violations.add("password", .tooLong, "string.max_bytes: at most 1024 bytes")
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
