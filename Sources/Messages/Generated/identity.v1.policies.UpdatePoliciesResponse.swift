// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// The changed policies.
package struct UpdatePoliciesResponse: Message {
    /// What the organization has decided itself.
    package var policies: OrganizationPolicies? = nil
    /// What holds now: every field is set.
    package var effective: OrganizationPolicies? = nil
    /// True if each was as asked before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        policies: OrganizationPolicies? = nil,
        effective: OrganizationPolicies? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.policies = policies
        self.effective = effective
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.UpdatePoliciesResponse" }

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

extension UpdatePoliciesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdatePoliciesResponse>) {
        unsafe mandate__identity__v1__update_policies_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdatePoliciesResponse>) throws(MessageError) {
        self.policies = try unsafe Read.message(c.pointee.policies)
        self.effective = try unsafe Read.message(c.pointee.effective)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdatePoliciesResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdatePoliciesResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdatePoliciesResponse>, in arena: Arena) {
        if let value = self.policies {
            unsafe c.pointee.policies = arena.message(value)
        }
        if let value = self.effective {
            unsafe c.pointee.effective = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UpdatePoliciesResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.policies {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "policies")
        }
        if let value = self.effective {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "effective")
        }
    }
}
