// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

import CMessages

/// Asks who can do something in a mailbox.
package struct ListDelegatesRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// True: groups are resolved to the accounts in them.
    package var flatten: Bool = false
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        mailboxId: String = "",
        flatten: Bool = false,
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.mailboxId = mailboxId
        self.flatten = flatten
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListDelegatesRequest" }

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

extension ListDelegatesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListDelegatesRequest>) {
        unsafe mandate__mailbox__v1__list_delegates_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListDelegatesRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.ListDelegatesRequest.mailbox_id")
        self.flatten = unsafe c.pointee.flatten != 0
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.mailbox.v1.ListDelegatesRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListDelegatesRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.flatten = self.flatten ? 1 : 0
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListDelegatesRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
