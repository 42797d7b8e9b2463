// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

import CMessages

/// A page of assignments.
package struct ListRoleAssignmentsResponse: Message {
    /// By id.
    package var assignments: [RoleAssignment] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        assignments: [RoleAssignment] = [],
        nextPageToken: String = ""
    ) {
        self.assignments = assignments
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListRoleAssignmentsResponse" }

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

extension ListRoleAssignmentsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListRoleAssignmentsResponse>) {
        unsafe mandate__identity__v1__list_role_assignments_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListRoleAssignmentsResponse>) throws(MessageError) {
        self.assignments = try unsafe Read.messages(c.pointee.n_assignments, c.pointee.assignments)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListRoleAssignmentsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListRoleAssignmentsResponse>, in arena: Arena) {
        unsafe c.pointee.n_assignments = self.assignments.count
        unsafe c.pointee.assignments = arena.messages(self.assignments)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
