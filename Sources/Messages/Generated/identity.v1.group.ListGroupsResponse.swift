// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// A page of groups.
package struct ListGroupsResponse: Message {
    /// By id.
    package var groups: [Group] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        groups: [Group] = [],
        nextPageToken: String = ""
    ) {
        self.groups = groups
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListGroupsResponse" }

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

extension ListGroupsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupsResponse>) {
        unsafe mandate__identity__v1__list_groups_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListGroupsResponse>) throws(MessageError) {
        self.groups = try unsafe Read.messages(c.pointee.n_groups, c.pointee.groups)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListGroupsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListGroupsResponse>, in arena: Arena) {
        unsafe c.pointee.n_groups = self.groups.count
        unsafe c.pointee.groups = arena.messages(self.groups)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListGroupsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.groups.indices where !violations.isFull {
            let start = violations.count
            self.groups[index].check(&violations)
            violations.place(from: start, in: "groups", index)
        }
    }
}
