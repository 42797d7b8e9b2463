// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// A page of organizations.
package struct ListOrganizationsResponse: Message {
    /// By id.
    package var organizations: [Organization] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        organizations: [Organization] = [],
        nextPageToken: String = ""
    ) {
        self.organizations = organizations
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListOrganizationsResponse" }

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

extension ListOrganizationsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListOrganizationsResponse>) {
        unsafe mandate__identity__v1__list_organizations_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListOrganizationsResponse>) throws(MessageError) {
        self.organizations = try unsafe Read.messages(c.pointee.n_organizations, c.pointee.organizations)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListOrganizationsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListOrganizationsResponse>, in arena: Arena) {
        unsafe c.pointee.n_organizations = self.organizations.count
        unsafe c.pointee.organizations = arena.messages(self.organizations)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListOrganizationsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.organizations.indices where !violations.isFull {
            let start = violations.count
            self.organizations[index].check(&violations)
            violations.place(from: start, in: "organizations", index)
        }
    }
}
