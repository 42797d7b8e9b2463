// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// Asks for an organization's registered mailboxes.
package struct ListRegisteredMailboxesRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.organizationId = organizationId
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListRegisteredMailboxesRequest" }

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

extension ListRegisteredMailboxesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesRequest>) {
        unsafe mandate__mailbox__v1__list_registered_mailboxes_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.ListRegisteredMailboxesRequest.organization_id")
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.mailbox.v1.ListRegisteredMailboxesRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListRegisteredMailboxesRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
