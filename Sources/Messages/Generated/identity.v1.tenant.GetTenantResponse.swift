// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// One tenant.
package struct GetTenantResponse: Message {
    /// As stored.
    package var tenant: Tenant? = nil

    package init() {}

    package init(
        tenant: Tenant? = nil
    ) {
        self.tenant = tenant
    }

    package static var name: String { "mandate.identity.v1.GetTenantResponse" }

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

extension GetTenantResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetTenantResponse>) {
        unsafe mandate__identity__v1__get_tenant_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetTenantResponse>) throws(MessageError) {
        self.tenant = try unsafe Read.message(c.pointee.tenant)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetTenantResponse>, in arena: Arena) {
        if let value = self.tenant {
            unsafe c.pointee.tenant = arena.message(value)
        }
    }
}

extension GetTenantResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.tenant {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "tenant")
        }
    }
}
