// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Invites an administrator.
package struct InviteAdministratorRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// By one of these.
    package var invited: Invited? = nil
    /// The name of the account that is made, for people. An account that is there keeps its own.
    package var displayName: String = ""
    /// The roles, each once. While roles are off only rol_full_admin (rule A8).
    package var roleIds: [String] = []
    /// Why; kept in the log.
    package var justification: String = ""
    /// Makes the call repeatable. A repetition gives another token, and the one before is void.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the account as the caller has seen it; anything else is ETAG_MISMATCH, as for an address that nobody has. Empty:
    /// whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        invited: Invited? = nil,
        displayName: String = "",
        roleIds: [String] = [],
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.organizationId = organizationId
        self.invited = invited
        self.displayName = displayName
        self.roleIds = roleIds
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.InviteAdministratorRequest" }

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

    /// By one of these.
    package enum Invited: Sendable, Equatable {
        /// An address that nobody has, or that of an active account.
        case address(String)
        /// An active account.
        case accountId(String)
    }
}

extension InviteAdministratorRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAdministratorRequest>) {
        unsafe mandate__identity__v1__invite_administrator_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__InviteAdministratorRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.InviteAdministratorRequest.organization_id")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.InviteAdministratorRequest.display_name")
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.identity.v1.InviteAdministratorRequest.role_ids")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.InviteAdministratorRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.InviteAdministratorRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.InviteAdministratorRequest.etag")
        switch unsafe c.pointee.invited_case.rawValue {
        case 2: self.invited = .address(try unsafe Read.text(c.pointee.address, "mandate.identity.v1.InviteAdministratorRequest.address"))
        case 3: self.invited = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.InviteAdministratorRequest.account_id"))
        default: self.invited = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__InviteAdministratorRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
        switch self.invited {
        case nil: break
        case .address(let value)?:
            unsafe c.pointee.invited_case = .init(rawValue: 2)
            unsafe c.pointee.address = arena.text(value)
        case .accountId(let value)?:
            unsafe c.pointee.invited_case = .init(rawValue: 3)
            unsafe c.pointee.account_id = arena.text(value)
        }
    }
}

extension InviteAdministratorRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.roleIds.count < 1 {
            violations.add("role_ids", .missingField, "repeated.min_items: at least 1 element")
        }
        if self.roleIds.count > 20 {
            violations.add("role_ids", .tooLong, "repeated.max_items: at most 20 elements")
        }
        for index in self.roleIds.indices where !violations.isFull {
            let start = violations.count
            let value = self.roleIds[index]
            if !Patterns.rolOrRolOrRolOrRolOrRol(value) {
                violations.add("", .invalidField, "string.pattern: as in ^rol_(full_admin|policy_admin|support|auditor|[0-7][0-9a-hjkmnp-tv-z]{25})$")
            }
            violations.place(from: start, in: "role_ids", index)
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
        if self.invited == nil {
            violations.addMissing("invited")
        }
        if case .address(let value)? = self.invited {
            if value.utf8.count < 1 {
                violations.add("address", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
        if case .accountId(let value)? = self.invited {
            if !Patterns.acc(value) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
