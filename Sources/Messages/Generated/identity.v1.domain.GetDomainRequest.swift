// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one domain.
package struct GetDomainRequest: Message {
    /// Its id.
    package var domainId: String = ""

    package init() {}

    package init(
        domainId: String = ""
    ) {
        self.domainId = domainId
    }

    package static var name: String { "mandate.identity.v1.GetDomainRequest" }

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

extension GetDomainRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetDomainRequest>) {
        unsafe mandate__identity__v1__get_domain_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetDomainRequest>) throws(MessageError) {
        self.domainId = try unsafe Read.text(c.pointee.domain_id, "mandate.identity.v1.GetDomainRequest.domain_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetDomainRequest>, in arena: Arena) {
        unsafe c.pointee.domain_id = arena.text(self.domainId)
    }
}

extension GetDomainRequest {
    package func check(_ violations: inout Violations) {
        if self.domainId.isEmpty {
            violations.addMissing("domain_id")
        } else {
            if !Patterns.dom(self.domainId) {
                violations.add("domain_id", .invalidField, "string.pattern: as in ^dom_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
