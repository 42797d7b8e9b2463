// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// The changed organization.
package struct UpdateOrganizationResponse: Message {
    /// As stored.
    package var organization: Organization? = nil
    /// True if there was nothing to do: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        organization: Organization? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.organization = organization
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.UpdateOrganizationResponse" }

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

extension UpdateOrganizationResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateOrganizationResponse>) {
        unsafe mandate__identity__v1__update_organization_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateOrganizationResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdateOrganizationResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdateOrganizationResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateOrganizationResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UpdateOrganizationResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
    }
}
