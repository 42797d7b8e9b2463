// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

import CMessages

/// Takes a role away.
package struct UnassignRoleRequest: Message {
    /// From whom.
    package var accountId: String = ""
    /// The role.
    package var roleId: String = ""
    /// Where it counted: the organizational unit. Empty: in the whole organization.
    package var unitId: String = ""
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
        roleId: String = "",
        unitId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.roleId = roleId
        self.unitId = unitId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.UnassignRoleRequest" }

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

extension UnassignRoleRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UnassignRoleRequest>) {
        unsafe mandate__identity__v1__unassign_role_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UnassignRoleRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.UnassignRoleRequest.account_id")
        self.roleId = try unsafe Read.text(c.pointee.role_id, "mandate.identity.v1.UnassignRoleRequest.role_id")
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.UnassignRoleRequest.unit_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.UnassignRoleRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UnassignRoleRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.UnassignRoleRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UnassignRoleRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.role_id = arena.text(self.roleId)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension UnassignRoleRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.roleId.isEmpty {
            violations.addMissing("role_id")
        } else {
            if !Patterns.rolOrRolOrRolOrRolOrRol(self.roleId) {
                violations.add("role_id", .invalidField, "string.pattern: as in ^rol_(full_admin|policy_admin|support|auditor|[0-7][0-9a-hjkmnp-tv-z]{25})$")
            }
        }
        if !self.unitId.isEmpty {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
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
