// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// Opens a mailbox.
package struct OpenMailboxRequest: Message {
    /// Who.
    package var account: Account? = nil
    /// Which mailbox.
    package var mailbox: Mailbox? = nil
    /// Answer no older than this token, else STALE. Empty: any fresh answer.
    package var consistencyToken: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        account: Account? = nil,
        mailbox: Mailbox? = nil,
        consistencyToken: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.account = account
        self.mailbox = mailbox
        self.consistencyToken = consistencyToken
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.OpenMailboxRequest" }

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

    /// Which mailbox.
    package enum Mailbox: Sendable, Equatable {
        /// The mailbox's id.
        case mailboxId(String)
        /// Any address of the mailbox, as in Check.
        case mailboxAddress(String)
    }
}

extension OpenMailboxRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__OpenMailboxRequest>) {
        unsafe mandate__mailbox__v1__open_mailbox_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__OpenMailboxRequest>) throws(MessageError) {
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.OpenMailboxRequest.consistency_token")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.OpenMailboxRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.OpenMailboxRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        switch unsafe c.pointee.account_case.rawValue {
        case 1: self.account = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.OpenMailboxRequest.account_id"))
        case 2: self.account = .accountAddress(try unsafe Read.text(c.pointee.account_address, "mandate.mailbox.v1.OpenMailboxRequest.account_address"))
        default: self.account = nil
        }
        switch unsafe c.pointee.mailbox_case.rawValue {
        case 3: self.mailbox = .mailboxId(try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.OpenMailboxRequest.mailbox_id"))
        case 4: self.mailbox = .mailboxAddress(try unsafe Read.text(c.pointee.mailbox_address, "mandate.mailbox.v1.OpenMailboxRequest.mailbox_address"))
        default: self.mailbox = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__OpenMailboxRequest>, in arena: Arena) {
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        switch self.account {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .accountAddress(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 2)
            unsafe c.pointee.account_address = arena.text(value)
        }
        switch self.mailbox {
        case nil: break
        case .mailboxId(let value)?:
            unsafe c.pointee.mailbox_case = .init(rawValue: 3)
            unsafe c.pointee.mailbox_id = arena.text(value)
        case .mailboxAddress(let value)?:
            unsafe c.pointee.mailbox_case = .init(rawValue: 4)
            unsafe c.pointee.mailbox_address = arena.text(value)
        }
    }
}

extension OpenMailboxRequest {
    package func check(_ violations: inout Violations) {
        if self.consistencyToken.utf8.count > 500 {
            violations.add("consistency_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
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
        if self.mailbox == nil {
            violations.addMissing("mailbox")
        }
        if case .mailboxId(let value)? = self.mailbox {
            if !Patterns.mbx(value) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .mailboxAddress(let value)? = self.mailbox {
            if value.utf8.count < 1 {
                violations.add("mailbox_address", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 254 {
                violations.add("mailbox_address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
    }
}
