// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// What is known of one account.
package struct GetAccountSummaryResponse: Message {
    /// As stored.
    package var account: Account? = nil
    /// Its roles, and where each counts.
    package var assignments: [RoleAssignment] = []
    /// The first 100 groups that it is directly in, by id.
    package var groups: [Group] = []
    /// Its memberships of these groups, in the same order.
    package var memberships: [GroupMember] = []
    /// How many groups it is directly in.
    package var groupCount: Int32 = 0
    /// Its licence. Absent: none.
    package var licence: Licence? = nil
    /// How many sessions it has that are not over.
    package var sessionCount: Int32 = 0

    package init() {}

    package init(
        account: Account? = nil,
        assignments: [RoleAssignment] = [],
        groups: [Group] = [],
        memberships: [GroupMember] = [],
        groupCount: Int32 = 0,
        licence: Licence? = nil,
        sessionCount: Int32 = 0
    ) {
        self.account = account
        self.assignments = assignments
        self.groups = groups
        self.memberships = memberships
        self.groupCount = groupCount
        self.licence = licence
        self.sessionCount = sessionCount
    }

    package static var name: String { "mandate.identity.v1.GetAccountSummaryResponse" }

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

extension GetAccountSummaryResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountSummaryResponse>) {
        unsafe mandate__identity__v1__get_account_summary_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetAccountSummaryResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.assignments = try unsafe Read.messages(c.pointee.n_assignments, c.pointee.assignments)
        self.groups = try unsafe Read.messages(c.pointee.n_groups, c.pointee.groups)
        self.memberships = try unsafe Read.messages(c.pointee.n_memberships, c.pointee.memberships)
        self.groupCount = unsafe c.pointee.group_count
        self.licence = try unsafe Read.message(c.pointee.licence)
        self.sessionCount = unsafe c.pointee.session_count
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountSummaryResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.n_assignments = self.assignments.count
        unsafe c.pointee.assignments = arena.messages(self.assignments)
        unsafe c.pointee.n_groups = self.groups.count
        unsafe c.pointee.groups = arena.messages(self.groups)
        unsafe c.pointee.n_memberships = self.memberships.count
        unsafe c.pointee.memberships = arena.messages(self.memberships)
        unsafe c.pointee.group_count = self.groupCount
        if let value = self.licence {
            unsafe c.pointee.licence = arena.message(value)
        }
        unsafe c.pointee.session_count = self.sessionCount
    }
}

extension GetAccountSummaryResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
        for index in self.groups.indices where !violations.isFull {
            let start = violations.count
            self.groups[index].check(&violations)
            violations.place(from: start, in: "groups", index)
        }
        if let value = self.licence {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "licence")
        }
    }
}
