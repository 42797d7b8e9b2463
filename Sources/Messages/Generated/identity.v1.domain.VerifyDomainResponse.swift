// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// The verified domain.
package struct VerifyDomainResponse: Message {
    /// As stored, in state VERIFIED.
    package var domain: Domain? = nil
    /// True if it was verified before: nothing was looked up, and nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        domain: Domain? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.domain = domain
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.VerifyDomainResponse" }

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

extension VerifyDomainResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__VerifyDomainResponse>) {
        unsafe mandate__identity__v1__verify_domain_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__VerifyDomainResponse>) throws(MessageError) {
        self.domain = try unsafe Read.message(c.pointee.domain)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.VerifyDomainResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.VerifyDomainResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__VerifyDomainResponse>, in arena: Arena) {
        if let value = self.domain {
            unsafe c.pointee.domain = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
