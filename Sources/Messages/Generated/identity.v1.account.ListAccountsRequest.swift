// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// Asks for accounts.
package struct ListAccountsRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// Only this type; UNSPECIFIED for all.
    package var accountType: AccountType = .unspecified
    /// Only this state; UNSPECIFIED for all but deleted ones. One that account_ids names is found deleted, too.
    package var state: AccountState = .unspecified
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""
    /// Only accounts with one of these ids, addresses or external ids; all when nothing is named. Each is looked up exactly
    /// and found or not, in no order. At most 1000 names in all.
    package var accountIds: [String] = []
    /// Only accounts with one of these addresses, primary or alias, compared as they are unique: without case.
    package var addresses: [String] = []
    /// Only accounts with one of these external ids, byte by byte.
    package var externalIds: [String] = []
    /// Only accounts that belong to this organizational unit itself. A role for it, or for a unit above it, is enough to list
    /// them; without it, only roles for the whole organization count.
    package var unitId: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        accountType: AccountType = .unspecified,
        state: AccountState = .unspecified,
        pageSize: Int32 = 0,
        pageToken: String = "",
        accountIds: [String] = [],
        addresses: [String] = [],
        externalIds: [String] = [],
        unitId: String = ""
    ) {
        self.organizationId = organizationId
        self.accountType = accountType
        self.state = state
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.accountIds = accountIds
        self.addresses = addresses
        self.externalIds = externalIds
        self.unitId = unitId
    }

    package static var name: String { "mandate.identity.v1.ListAccountsRequest" }

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

extension ListAccountsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListAccountsRequest>) {
        unsafe mandate__identity__v1__list_accounts_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListAccountsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.ListAccountsRequest.organization_id")
        self.accountType = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.account_type.rawValue))
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListAccountsRequest.page_token")
        self.accountIds = try unsafe Read.texts(c.pointee.n_account_ids, c.pointee.account_ids, "mandate.identity.v1.ListAccountsRequest.account_ids")
        self.addresses = try unsafe Read.texts(c.pointee.n_addresses, c.pointee.addresses, "mandate.identity.v1.ListAccountsRequest.addresses")
        self.externalIds = try unsafe Read.texts(c.pointee.n_external_ids, c.pointee.external_ids, "mandate.identity.v1.ListAccountsRequest.external_ids")
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.ListAccountsRequest.unit_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListAccountsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_type = .init(rawValue: .init(truncatingIfNeeded: self.accountType.rawValue))
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
        unsafe c.pointee.n_account_ids = self.accountIds.count
        unsafe c.pointee.account_ids = arena.texts(self.accountIds)
        unsafe c.pointee.n_addresses = self.addresses.count
        unsafe c.pointee.addresses = arena.texts(self.addresses)
        unsafe c.pointee.n_external_ids = self.externalIds.count
        unsafe c.pointee.external_ids = arena.texts(self.externalIds)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
    }
}

extension ListAccountsRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.accountType {
            violations.add("account_type", .invalidField, "enum.defined_only: a value of AccountType")
        }
        if case .unrecognized = self.state {
            violations.add("state", .invalidField, "enum.defined_only: a value of AccountState")
        }
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.accountIds.count > 1000 {
            violations.add("account_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        for index in self.accountIds.indices where !violations.isFull {
            let start = violations.count
            let value = self.accountIds[index]
            if !Patterns.acc(value) {
                violations.add("", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
            violations.place(from: start, in: "account_ids", index)
        }
        if self.addresses.count > 1000 {
            violations.add("addresses", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        if self.externalIds.count > 1000 {
            violations.add("external_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        if !self.unitId.isEmpty {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
