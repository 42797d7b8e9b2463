// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// Asks for organizations.
package struct ListOrganizationsRequest: Message {
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""
    /// Only organizations with one of these external ids, byte by byte; all when none is named. At most 1000.
    package var externalIds: [String] = []

    package init() {}

    package init(
        pageSize: Int32 = 0,
        pageToken: String = "",
        externalIds: [String] = []
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.externalIds = externalIds
    }

    package static var name: String { "mandate.identity.v1.ListOrganizationsRequest" }

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

extension ListOrganizationsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListOrganizationsRequest>) {
        unsafe mandate__identity__v1__list_organizations_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListOrganizationsRequest>) throws(MessageError) {
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListOrganizationsRequest.page_token")
        self.externalIds = try unsafe Read.texts(c.pointee.n_external_ids, c.pointee.external_ids, "mandate.identity.v1.ListOrganizationsRequest.external_ids")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListOrganizationsRequest>, in arena: Arena) {
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
        unsafe c.pointee.n_external_ids = self.externalIds.count
        unsafe c.pointee.external_ids = arena.texts(self.externalIds)
    }
}

extension ListOrganizationsRequest {
    package func check(_ violations: inout Violations) {
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.externalIds.count > 1000 {
            violations.add("external_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
    }
}
