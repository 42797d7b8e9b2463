// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// What each administrator is now.
package struct SwitchRolesResponse: Message {
    /// As stored.
    package var organization: Organization? = nil
    /// What they count as, by the accounts' ids: the first 1000. ListRoleAssignments has what all of them hold.
    package var administrators: [AdministratorRoles] = []
    /// How many there are, suspended ones among them.
    package var administratorCount: Int64 = 0
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        organization: Organization? = nil,
        administrators: [AdministratorRoles] = [],
        administratorCount: Int64 = 0,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.organization = organization
        self.administrators = administrators
        self.administratorCount = administratorCount
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.SwitchRolesResponse" }

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

extension SwitchRolesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SwitchRolesResponse>) {
        unsafe mandate__identity__v1__switch_roles_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SwitchRolesResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.administrators = try unsafe Read.messages(c.pointee.n_administrators, c.pointee.administrators)
        self.administratorCount = unsafe c.pointee.administrator_count
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.SwitchRolesResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.SwitchRolesResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SwitchRolesResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        unsafe c.pointee.n_administrators = self.administrators.count
        unsafe c.pointee.administrators = arena.messages(self.administrators)
        unsafe c.pointee.administrator_count = self.administratorCount
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension SwitchRolesResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
    }
}
