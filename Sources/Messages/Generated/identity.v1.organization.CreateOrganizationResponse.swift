// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// The organization and its owner.
package struct CreateOrganizationResponse: Message {
    /// As stored.
    package var organization: Organization? = nil
    /// As stored.
    package var owner: Account? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        organization: Organization? = nil,
        owner: Account? = nil,
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.organization = organization
        self.owner = owner
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.CreateOrganizationResponse" }

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

extension CreateOrganizationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateOrganizationResponse>) {
        unsafe mandate__identity__v1__create_organization_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateOrganizationResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.owner = try unsafe Read.message(c.pointee.owner)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.CreateOrganizationResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.CreateOrganizationResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateOrganizationResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.owner {
            unsafe c.pointee.owner = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension CreateOrganizationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
        if let value = self.owner {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "owner")
        }
    }
}
