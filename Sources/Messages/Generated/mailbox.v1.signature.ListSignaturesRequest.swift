// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// Asks for an account's signatures.
package struct ListSignaturesRequest: Message {
    /// Whose.
    package var accountId: String = ""
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        accountId: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.accountId = accountId
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListSignaturesRequest" }

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

extension ListSignaturesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSignaturesRequest>) {
        unsafe mandate__mailbox__v1__list_signatures_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListSignaturesRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.ListSignaturesRequest.account_id")
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.mailbox.v1.ListSignaturesRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSignaturesRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListSignaturesRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
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
