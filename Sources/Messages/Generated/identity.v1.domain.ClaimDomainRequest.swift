// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// Claims a domain.
package struct ClaimDomainRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// The domain, in its own script or as A-labels (IDNA 2008), with at least two labels.
    package var domainName: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        organizationId: String = "",
        domainName: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.organizationId = organizationId
        self.domainName = domainName
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.ClaimDomainRequest" }

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

extension ClaimDomainRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ClaimDomainRequest>) {
        unsafe mandate__identity__v1__claim_domain_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ClaimDomainRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.ClaimDomainRequest.organization_id")
        self.domainName = try unsafe Read.text(c.pointee.domain_name, "mandate.identity.v1.ClaimDomainRequest.domain_name")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.ClaimDomainRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ClaimDomainRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.domain_name = arena.text(self.domainName)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension ClaimDomainRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.domainName.isEmpty {
            violations.addMissing("domain_name")
        } else {
            if self.domainName.utf8.count > 1000 {
                violations.add("domain_name", .tooLong, "string.max_bytes: at most 1000 bytes")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
