// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// A page of tenants.
package struct ListTenantsResponse: Message {
    /// By id.
    package var tenants: [Tenant] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        tenants: [Tenant] = [],
        nextPageToken: String = ""
    ) {
        self.tenants = tenants
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListTenantsResponse" }

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

extension ListTenantsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListTenantsResponse>) {
        unsafe mandate__identity__v1__list_tenants_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListTenantsResponse>) throws(MessageError) {
        self.tenants = try unsafe Read.messages(c.pointee.n_tenants, c.pointee.tenants)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListTenantsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListTenantsResponse>, in arena: Arena) {
        unsafe c.pointee.n_tenants = self.tenants.count
        unsafe c.pointee.tenants = arena.messages(self.tenants)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListTenantsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.tenants.indices where !violations.isFull {
            let start = violations.count
            self.tenants[index].check(&violations)
            violations.place(from: start, in: "tenants", index)
        }
    }
}
