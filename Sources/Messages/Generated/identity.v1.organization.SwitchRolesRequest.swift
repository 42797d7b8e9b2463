// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// Switches roles.
package struct SwitchRolesRequest: Message {
    /// Of which organization.
    package var organizationId: String = ""
    /// On or off.
    package var roles: RolesSwitch = .unspecified
    /// Why.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing: the answer says what each administrator would be.
    package var validateOnly: Bool = false
    /// Of the organization as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        roles: RolesSwitch = .unspecified,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.organizationId = organizationId
        self.roles = roles
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.SwitchRolesRequest" }

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

extension SwitchRolesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SwitchRolesRequest>) {
        unsafe mandate__identity__v1__switch_roles_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SwitchRolesRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.SwitchRolesRequest.organization_id")
        self.roles = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.roles.rawValue))
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.SwitchRolesRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.SwitchRolesRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.SwitchRolesRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SwitchRolesRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.roles = .init(rawValue: .init(truncatingIfNeeded: self.roles.rawValue))
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension SwitchRolesRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unspecified = self.roles {
            violations.addMissing("roles")
        } else {
            if case .unrecognized = self.roles {
                violations.add("roles", .invalidField, "enum.defined_only: a value of RolesSwitch")
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
