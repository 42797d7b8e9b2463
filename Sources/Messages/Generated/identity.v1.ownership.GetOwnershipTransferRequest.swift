// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the last offer.
package struct GetOwnershipTransferRequest: Message {
    /// Of which organization.
    package var organizationId: String = ""

    package init() {}

    package init(
        organizationId: String = ""
    ) {
        self.organizationId = organizationId
    }

    package static var name: String { "mandate.identity.v1.GetOwnershipTransferRequest" }

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

extension GetOwnershipTransferRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnershipTransferRequest>) {
        unsafe mandate__identity__v1__get_ownership_transfer_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOwnershipTransferRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.GetOwnershipTransferRequest.organization_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnershipTransferRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
    }
}

extension GetOwnershipTransferRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
