// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// Asks to remove a tenant.
package struct DeleteTenantRequest: Message {
    /// The tenant.
    package var tenantId: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the tenant as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        tenantId: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.tenantId = tenantId
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.DeleteTenantRequest" }

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

extension DeleteTenantRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteTenantRequest>) {
        unsafe mandate__identity__v1__delete_tenant_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteTenantRequest>) throws(MessageError) {
        self.tenantId = try unsafe Read.text(c.pointee.tenant_id, "mandate.identity.v1.DeleteTenantRequest.tenant_id")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.DeleteTenantRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.DeleteTenantRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteTenantRequest>, in arena: Arena) {
        unsafe c.pointee.tenant_id = arena.text(self.tenantId)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension DeleteTenantRequest {
    package func check(_ violations: inout Violations) {
        if self.tenantId.isEmpty {
            violations.addMissing("tenant_id")
        } else {
            if !Patterns.ten(self.tenantId) {
                violations.add("tenant_id", .invalidField, "string.pattern: as in ^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
