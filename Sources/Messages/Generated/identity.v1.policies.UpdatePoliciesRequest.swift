// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// Changes policies.
package struct UpdatePoliciesRequest: Message {
    /// organization_id, and the fields that the mask names.
    package var policies: OrganizationPolicies? = nil
    /// Which fields.
    package var updateMask: FieldMask? = nil
    /// Why; kept in the log.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        policies: OrganizationPolicies? = nil,
        updateMask: FieldMask? = nil,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.policies = policies
        self.updateMask = updateMask
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdatePoliciesRequest" }

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

extension UpdatePoliciesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdatePoliciesRequest>) {
        unsafe mandate__identity__v1__update_policies_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdatePoliciesRequest>) throws(MessageError) {
        self.policies = try unsafe Read.message(c.pointee.policies)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.UpdatePoliciesRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdatePoliciesRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdatePoliciesRequest>, in arena: Arena) {
        if let value = self.policies {
            unsafe c.pointee.policies = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdatePoliciesRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.policies {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "policies")
        } else {
            violations.addMissing("policies")
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
