// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a new organization.
package struct CreateOrganizationRequest: Message {
    /// display_name, preset and external_id count.
    package var organization: Organization? = nil
    /// address, display_name and external_id count.
    package var owner: Account? = nil
    /// The owner's first password. Empty: none, the owner cannot sign in with one.
    package var ownerPassword: String = ""
    /// Makes the call repeatable: the same id and bytes give the same answer.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        organization: Organization? = nil,
        owner: Account? = nil,
        ownerPassword: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.organization = organization
        self.owner = owner
        self.ownerPassword = ownerPassword
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.CreateOrganizationRequest" }

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

extension CreateOrganizationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateOrganizationRequest>) {
        unsafe mandate__identity__v1__create_organization_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateOrganizationRequest>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.owner = try unsafe Read.message(c.pointee.owner)
        self.ownerPassword = try unsafe Read.text(c.pointee.owner_password, "mandate.identity.v1.CreateOrganizationRequest.owner_password")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.CreateOrganizationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateOrganizationRequest>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.owner {
            unsafe c.pointee.owner = arena.message(value)
        }
        unsafe c.pointee.owner_password = arena.text(self.ownerPassword)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension CreateOrganizationRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        } else {
            violations.addMissing("organization")
        }
        if let value = self.owner {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "owner")
        } else {
            violations.addMissing("owner")
        }
        if !self.ownerPassword.isEmpty {
            if self.ownerPassword.utf8.count < 8 {
                violations.add("owner_password", self.ownerPassword.isEmpty ? .missingField : .invalidField, "string.min_bytes: at least 8 bytes")
            }
            if self.ownerPassword.utf8.count > 1024 {
                violations.add("owner_password", .tooLong, "string.max_bytes: at most 1024 bytes")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
