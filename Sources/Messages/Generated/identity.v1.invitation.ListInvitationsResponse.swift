// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// A page of invitations.
package struct ListInvitationsResponse: Message {
    /// By id.
    package var invitations: [Invitation] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        invitations: [Invitation] = [],
        nextPageToken: String = ""
    ) {
        self.invitations = invitations
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListInvitationsResponse" }

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

extension ListInvitationsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListInvitationsResponse>) {
        unsafe mandate__identity__v1__list_invitations_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListInvitationsResponse>) throws(MessageError) {
        self.invitations = try unsafe Read.messages(c.pointee.n_invitations, c.pointee.invitations)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListInvitationsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListInvitationsResponse>, in arena: Arena) {
        unsafe c.pointee.n_invitations = self.invitations.count
        unsafe c.pointee.invitations = arena.messages(self.invitations)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
