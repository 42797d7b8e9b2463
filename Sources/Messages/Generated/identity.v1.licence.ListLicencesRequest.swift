// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

import CMessages

/// Asks for licences. Filters are joined by and.
package struct ListLicencesRequest: Message {
    /// The organization; required.
    package var organizationId: String = ""
    /// Only of this subscription.
    package var subscriptionId: String = ""
    /// Only this account's.
    package var accountId: String = ""
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        subscriptionId: String = "",
        accountId: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.organizationId = organizationId
        self.subscriptionId = subscriptionId
        self.accountId = accountId
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.identity.v1.ListLicencesRequest" }

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

extension ListLicencesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListLicencesRequest>) {
        unsafe mandate__identity__v1__list_licences_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListLicencesRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.ListLicencesRequest.organization_id")
        self.subscriptionId = try unsafe Read.text(c.pointee.subscription_id, "mandate.identity.v1.ListLicencesRequest.subscription_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.ListLicencesRequest.account_id")
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListLicencesRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListLicencesRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.subscription_id = arena.text(self.subscriptionId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListLicencesRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.subscriptionId.isEmpty {
            if !Patterns.sub(self.subscriptionId) {
                violations.add("subscription_id", .invalidField, "string.pattern: as in ^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.accountId.isEmpty {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
