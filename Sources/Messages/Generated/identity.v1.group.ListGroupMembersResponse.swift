// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// A page of members.
package struct ListGroupMembersResponse: Message {
    /// By member id.
    package var members: [GroupMember] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        members: [GroupMember] = [],
        nextPageToken: String = ""
    ) {
        self.members = members
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListGroupMembersResponse" }

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

extension ListGroupMembersResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupMembersResponse>) {
        unsafe mandate__identity__v1__list_group_members_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListGroupMembersResponse>) throws(MessageError) {
        self.members = try unsafe Read.messages(c.pointee.n_members, c.pointee.members)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListGroupMembersResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupMembersResponse>, in arena: Arena) {
        unsafe c.pointee.n_members = self.members.count
        unsafe c.pointee.members = arena.messages(self.members)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
