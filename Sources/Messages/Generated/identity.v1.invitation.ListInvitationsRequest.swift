// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// Asks for invitations. Filters are joined by and.
package struct ListInvitationsRequest: Message {
    /// The organization; required.
    package var organizationId: String = ""
    /// Only this account's.
    package var accountId: String = ""
    /// Only this state; UNSPECIFIED for all.
    package var state: InvitationState = .unspecified
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        accountId: String = "",
        state: InvitationState = .unspecified,
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.organizationId = organizationId
        self.accountId = accountId
        self.state = state
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.identity.v1.ListInvitationsRequest" }

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

extension ListInvitationsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListInvitationsRequest>) {
        unsafe mandate__identity__v1__list_invitations_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListInvitationsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.ListInvitationsRequest.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.ListInvitationsRequest.account_id")
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListInvitationsRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListInvitationsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListInvitationsRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.accountId.isEmpty {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.state {
            violations.add("state", .invalidField, "enum.defined_only: a value of InvitationState")
        }
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
