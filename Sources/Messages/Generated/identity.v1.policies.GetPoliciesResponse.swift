// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// An organization's policies.
package struct GetPoliciesResponse: Message {
    /// What the organization has decided itself, and the etag to change it with.
    package var policies: OrganizationPolicies? = nil
    /// What holds: every field is set.
    package var effective: OrganizationPolicies? = nil
    /// The same as a table.
    package var entries: [PolicyEntry] = []

    package init() {}

    package init(
        policies: OrganizationPolicies? = nil,
        effective: OrganizationPolicies? = nil,
        entries: [PolicyEntry] = []
    ) {
        self.policies = policies
        self.effective = effective
        self.entries = entries
    }

    package static var name: String { "mandate.identity.v1.GetPoliciesResponse" }

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

extension GetPoliciesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetPoliciesResponse>) {
        unsafe mandate__identity__v1__get_policies_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetPoliciesResponse>) throws(MessageError) {
        self.policies = try unsafe Read.message(c.pointee.policies)
        self.effective = try unsafe Read.message(c.pointee.effective)
        self.entries = try unsafe Read.messages(c.pointee.n_entries, c.pointee.entries)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetPoliciesResponse>, in arena: Arena) {
        if let value = self.policies {
            unsafe c.pointee.policies = arena.message(value)
        }
        if let value = self.effective {
            unsafe c.pointee.effective = arena.message(value)
        }
        unsafe c.pointee.n_entries = self.entries.count
        unsafe c.pointee.entries = arena.messages(self.entries)
    }
}

extension GetPoliciesResponse {
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
