// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// One invitation.
package struct GetInvitationResponse: Message {
    /// As stored.
    package var invitation: Invitation? = nil

    package init() {}

    package init(
        invitation: Invitation? = nil
    ) {
        self.invitation = invitation
    }

    package static var name: String { "mandate.identity.v1.GetInvitationResponse" }

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

extension GetInvitationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetInvitationResponse>) {
        unsafe mandate__identity__v1__get_invitation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetInvitationResponse>) throws(MessageError) {
        self.invitation = try unsafe Read.message(c.pointee.invitation)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetInvitationResponse>, in arena: Arena) {
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
    }
}
