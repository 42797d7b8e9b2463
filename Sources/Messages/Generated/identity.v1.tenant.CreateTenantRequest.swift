// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a new tenant.
package struct CreateTenantRequest: Message {
    /// organization_id, display_name and external_id count.
    package var tenant: Tenant? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        tenant: Tenant? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.tenant = tenant
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.CreateTenantRequest" }

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

extension CreateTenantRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateTenantRequest>) {
        unsafe mandate__identity__v1__create_tenant_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateTenantRequest>) throws(MessageError) {
        self.tenant = try unsafe Read.message(c.pointee.tenant)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.CreateTenantRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateTenantRequest>, in arena: Arena) {
        if let value = self.tenant {
            unsafe c.pointee.tenant = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension CreateTenantRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.tenant {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "tenant")
        } else {
            violations.addMissing("tenant")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
