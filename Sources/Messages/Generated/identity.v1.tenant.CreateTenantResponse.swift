// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// The new tenant.
package struct CreateTenantResponse: Message {
    /// As stored.
    package var tenant: Tenant? = nil
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        tenant: Tenant? = nil,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.tenant = tenant
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.CreateTenantResponse" }

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

extension CreateTenantResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateTenantResponse>) {
        unsafe mandate__identity__v1__create_tenant_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateTenantResponse>) throws(MessageError) {
        self.tenant = try unsafe Read.message(c.pointee.tenant)
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.CreateTenantResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.CreateTenantResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateTenantResponse>, in arena: Arena) {
        if let value = self.tenant {
            unsafe c.pointee.tenant = arena.message(value)
        }
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension CreateTenantResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.tenant {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "tenant")
        }
    }
}
