// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

import CMessages

/// The account with its roles.
package struct AssignRoleResponse: Message {
    /// As stored.
    package var account: Account? = nil
    /// All that it holds now, by their ids.
    package var assignments: [RoleAssignment] = []
    /// True if it had the role before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        assignments: [RoleAssignment] = [],
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.account = account
        self.assignments = assignments
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AssignRoleResponse" }

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

extension AssignRoleResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleResponse>) {
        unsafe mandate__identity__v1__assign_role_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AssignRoleResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.assignments = try unsafe Read.messages(c.pointee.n_assignments, c.pointee.assignments)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AssignRoleResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AssignRoleResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.n_assignments = self.assignments.count
        unsafe c.pointee.assignments = arena.messages(self.assignments)
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension AssignRoleResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
