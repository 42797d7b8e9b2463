// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// A page of roles.
package struct ListRolesResponse: Message {
    /// By id.
    package var roles: [Role] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        roles: [Role] = [],
        nextPageToken: String = ""
    ) {
        self.roles = roles
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListRolesResponse" }

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

extension ListRolesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListRolesResponse>) {
        unsafe mandate__identity__v1__list_roles_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListRolesResponse>) throws(MessageError) {
        self.roles = try unsafe Read.messages(c.pointee.n_roles, c.pointee.roles)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListRolesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListRolesResponse>, in arena: Arena) {
        unsafe c.pointee.n_roles = self.roles.count
        unsafe c.pointee.roles = arena.messages(self.roles)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
