// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one tenant.
package struct GetTenantRequest: Message {
    /// Its id.
    package var tenantId: String = ""

    package init() {}

    package init(
        tenantId: String = ""
    ) {
        self.tenantId = tenantId
    }

    package static var name: String { "mandate.identity.v1.GetTenantRequest" }

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

extension GetTenantRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetTenantRequest>) {
        unsafe mandate__identity__v1__get_tenant_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetTenantRequest>) throws(MessageError) {
        self.tenantId = try unsafe Read.text(c.pointee.tenant_id, "mandate.identity.v1.GetTenantRequest.tenant_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetTenantRequest>, in arena: Arena) {
        unsafe c.pointee.tenant_id = arena.text(self.tenantId)
    }
}

extension GetTenantRequest {
    package func check(_ violations: inout Violations) {
        if self.tenantId.isEmpty {
            violations.addMissing("tenant_id")
        } else {
            if !Patterns.ten(self.tenantId) {
                violations.add("tenant_id", .invalidField, "string.pattern: as in ^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
