// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

import CMessages

/// Asks what is taken.
package struct ListMailboxAddressesRequest: Message {
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.identity.v1.ListMailboxAddressesRequest" }

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

extension ListMailboxAddressesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListMailboxAddressesRequest>) {
        unsafe mandate__identity__v1__list_mailbox_addresses_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListMailboxAddressesRequest>) throws(MessageError) {
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListMailboxAddressesRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListMailboxAddressesRequest>, in arena: Arena) {
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListMailboxAddressesRequest {
    package func check(_ violations: inout Violations) {
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
