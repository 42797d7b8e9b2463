// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// Asks as whom an account can send.
package struct ListSenderIdentitiesRequest: Message {
    /// Who.
    package var account: Account? = nil
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.account = account
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListSenderIdentitiesRequest" }

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

    /// Who.
    package enum Account: Sendable, Equatable {
        /// The account's id.
        case accountId(String)
        /// Any address of the account, as in Check.
        case accountAddress(String)
    }
}

extension ListSenderIdentitiesRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSenderIdentitiesRequest>) {
        unsafe mandate__mailbox__v1__list_sender_identities_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListSenderIdentitiesRequest>) throws(MessageError) {
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.mailbox.v1.ListSenderIdentitiesRequest.page_token")
        switch unsafe c.pointee.account_case.rawValue {
        case 1: self.account = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.ListSenderIdentitiesRequest.account_id"))
        case 2: self.account = .accountAddress(try unsafe Read.text(c.pointee.account_address, "mandate.mailbox.v1.ListSenderIdentitiesRequest.account_address"))
        default: self.account = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSenderIdentitiesRequest>, in arena: Arena) {
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
        switch self.account {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .accountAddress(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 2)
            unsafe c.pointee.account_address = arena.text(value)
        }
    }
}

extension ListSenderIdentitiesRequest {
    package func check(_ violations: inout Violations) {
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.account == nil {
            violations.addMissing("account")
        }
        if case .accountId(let value)? = self.account {
            if !Patterns.acc(value) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .accountAddress(let value)? = self.account {
            if value.utf8.count < 1 {
                violations.add("account_address", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 254 {
                violations.add("account_address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
    }
}
