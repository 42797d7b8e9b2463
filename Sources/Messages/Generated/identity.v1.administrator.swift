// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

import CMessages

/// Assigns a role.
package struct AssignRoleRequest: Message {
    /// Whose.
    package var accountId: String = ""
    /// The role; UNSPECIFIED takes it away.
    package var role: Role = .unspecified
    /// Why; kept in the log.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the account as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        role: Role = .unspecified,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.role = role
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.AssignRoleRequest" }

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

extension AssignRoleRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleRequest>) {
        unsafe mandate__identity__v1__assign_role_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AssignRoleRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AssignRoleRequest.account_id")
        self.role = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.role.rawValue))
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.AssignRoleRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AssignRoleRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.AssignRoleRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.role = .init(rawValue: .init(truncatingIfNeeded: self.role.rawValue))
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension AssignRoleRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.role {
            violations.add("role", .invalidField, "enum.defined_only: a value of Role")
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}

/// The account with its role.
package struct AssignRoleResponse: Message {
    /// As stored.
    package var account: Account? = nil
    /// True if it had the role before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// What to know about it.
    package var warnings: [AdministratorWarning] = []

    package init() {}

    package init(
        account: Account? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = "",
        warnings: [AdministratorWarning] = []
    ) {
        self.account = account
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
        self.warnings = warnings
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
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AssignRoleResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AssignRoleResponse.consistency_token")
        self.warnings = unsafe Read.enums(c.pointee.n_warnings, UnsafeRawPointer(c.pointee.warnings))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.n_warnings = self.warnings.count
        unsafe c.pointee.warnings = arena.enums(self.warnings)
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
