// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Sends an invitation again.
package struct ResendInvitationRequest: Message {
    /// Its id.
    package var invitationId: String = ""
    /// Why; kept in the log.
    package var justification: String = ""
    /// Makes the call repeatable. A repetition gives another token, and the one before is void.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the invitation as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        invitationId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.invitationId = invitationId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.ResendInvitationRequest" }

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

extension ResendInvitationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ResendInvitationRequest>) {
        unsafe mandate__identity__v1__resend_invitation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ResendInvitationRequest>) throws(MessageError) {
        self.invitationId = try unsafe Read.text(c.pointee.invitation_id, "mandate.identity.v1.ResendInvitationRequest.invitation_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.ResendInvitationRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.ResendInvitationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.ResendInvitationRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ResendInvitationRequest>, in arena: Arena) {
        unsafe c.pointee.invitation_id = arena.text(self.invitationId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension ResendInvitationRequest {
    package func check(_ violations: inout Violations) {
        if self.invitationId.isEmpty {
            violations.addMissing("invitation_id")
        } else {
            if !Patterns.inv(self.invitationId) {
                violations.add("invitation_id", .invalidField, "string.pattern: as in ^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
