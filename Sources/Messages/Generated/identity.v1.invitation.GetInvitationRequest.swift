// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one invitation.
package struct GetInvitationRequest: Message {
    /// Its id.
    package var invitationId: String = ""

    package init() {}

    package init(
        invitationId: String = ""
    ) {
        self.invitationId = invitationId
    }

    package static var name: String { "mandate.identity.v1.GetInvitationRequest" }

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

extension GetInvitationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetInvitationRequest>) {
        unsafe mandate__identity__v1__get_invitation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetInvitationRequest>) throws(MessageError) {
        self.invitationId = try unsafe Read.text(c.pointee.invitation_id, "mandate.identity.v1.GetInvitationRequest.invitation_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetInvitationRequest>, in arena: Arena) {
        unsafe c.pointee.invitation_id = arena.text(self.invitationId)
    }
}

extension GetInvitationRequest {
    package func check(_ violations: inout Violations) {
        if self.invitationId.isEmpty {
            violations.addMissing("invitation_id")
        } else {
            if !Patterns.inv(self.invitationId) {
                violations.add("invitation_id", .invalidField, "string.pattern: as in ^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
