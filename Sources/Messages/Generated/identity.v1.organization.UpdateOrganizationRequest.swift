// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// Changes an organization.
package struct UpdateOrganizationRequest: Message {
    /// id, and the fields that the mask names.
    package var organization: Organization? = nil
    /// Of display_name. The external id is the operator's, who made the organization: unique in the installation, it would tell
    /// one organization of others.
    package var updateMask: FieldMask? = nil
    /// Why.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        organization: Organization? = nil,
        updateMask: FieldMask? = nil,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.organization = organization
        self.updateMask = updateMask
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdateOrganizationRequest" }

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

extension UpdateOrganizationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateOrganizationRequest>) {
        unsafe mandate__identity__v1__update_organization_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateOrganizationRequest>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.UpdateOrganizationRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdateOrganizationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateOrganizationRequest>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateOrganizationRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        } else {
            violations.addMissing("organization")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
