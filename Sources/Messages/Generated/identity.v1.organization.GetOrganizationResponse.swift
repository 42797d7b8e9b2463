// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// One organization.
package struct GetOrganizationResponse: Message {
    /// As stored.
    package var organization: Organization? = nil

    package init() {}

    package init(
        organization: Organization? = nil
    ) {
        self.organization = organization
    }

    package static var name: String { "mandate.identity.v1.GetOrganizationResponse" }

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

extension GetOrganizationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOrganizationResponse>) {
        unsafe mandate__identity__v1__get_organization_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOrganizationResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOrganizationResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
    }
}

extension GetOrganizationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
    }
}
