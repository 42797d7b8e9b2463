// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// The invitation of one's own.
package struct GetOwnInvitationResponse: Message {
    /// As stored; absent when none waits.
    package var invitation: Invitation? = nil

    package init() {}

    package init(
        invitation: Invitation? = nil
    ) {
        self.invitation = invitation
    }

    package static var name: String { "mandate.identity.v1.GetOwnInvitationResponse" }

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

extension GetOwnInvitationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnInvitationResponse>) {
        unsafe mandate__identity__v1__get_own_invitation_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOwnInvitationResponse>) throws(MessageError) {
        self.invitation = try unsafe Read.message(c.pointee.invitation)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnInvitationResponse>, in arena: Arena) {
        if let value = self.invitation {
            unsafe c.pointee.invitation = arena.message(value)
        }
    }
}
