// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// The removal.
package struct DeleteTenantResponse: Message {
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.DeleteTenantResponse" }

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

extension DeleteTenantResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteTenantResponse>) {
        unsafe mandate__identity__v1__delete_tenant_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteTenantResponse>) throws(MessageError) {
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeleteTenantResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeleteTenantResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteTenantResponse>, in arena: Arena) {
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
