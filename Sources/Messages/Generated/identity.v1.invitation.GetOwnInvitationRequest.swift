// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the invitation of one's own.
package struct GetOwnInvitationRequest: Message {
    package init() {}

    package static var name: String { "mandate.identity.v1.GetOwnInvitationRequest" }

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

extension GetOwnInvitationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnInvitationRequest>) {
        unsafe mandate__identity__v1__get_own_invitation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOwnInvitationRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnInvitationRequest>, in arena: Arena) {
    }
}
