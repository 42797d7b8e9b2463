// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// A question.
package struct CheckRequest: Message {
    /// Who.
    package var account: Account? = nil
    /// Which mailbox.
    package var mailbox: Mailbox? = nil
    /// To do what.
    package var right: Right = .unspecified
    /// Answer no older than this token, else STALE. Empty: any fresh answer.
    package var consistencyToken: String = ""
    /// In which folder; only with the right open. Empty: in the mailbox as a whole. Its form is that of FolderGrants, without /*.
    package var folder: String = ""
    /// To do what there; only with a folder. UNSPECIFIED: read it.
    package var operation: FolderOperation = .unspecified

    package init() {}

    package init(
        account: Account? = nil,
        mailbox: Mailbox? = nil,
        right: Right = .unspecified,
        consistencyToken: String = "",
        folder: String = "",
        operation: FolderOperation = .unspecified
    ) {
        self.account = account
        self.mailbox = mailbox
        self.right = right
        self.consistencyToken = consistencyToken
        self.folder = folder
        self.operation = operation
    }

    package static var name: String { "mandate.mailbox.v1.CheckRequest" }

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
        /// Any address of the account, in either form, compared without case. Of text that is no address there is no account.
        case accountAddress(String)
    }

    /// Which mailbox.
    package enum Mailbox: Sendable, Equatable {
        /// The mailbox's id.
        case mailboxId(String)
        /// Any address of the mailbox's account, or that of a registered mailbox; as of the account.
        case mailboxAddress(String)
    }
}

extension CheckRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckRequest>) {
        unsafe mandate__mailbox__v1__check_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__CheckRequest>) throws(MessageError) {
        self.right = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.right.rawValue))
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.CheckRequest.consistency_token")
        self.folder = try unsafe Read.text(c.pointee.folder, "mandate.mailbox.v1.CheckRequest.folder")
        self.operation = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.operation.rawValue))
        switch unsafe c.pointee.account_case.rawValue {
        case 1: self.account = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.CheckRequest.account_id"))
        case 5: self.account = .accountAddress(try unsafe Read.text(c.pointee.account_address, "mandate.mailbox.v1.CheckRequest.account_address"))
        default: self.account = nil
        }
        switch unsafe c.pointee.mailbox_case.rawValue {
        case 2: self.mailbox = .mailboxId(try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.CheckRequest.mailbox_id"))
        case 6: self.mailbox = .mailboxAddress(try unsafe Read.text(c.pointee.mailbox_address, "mandate.mailbox.v1.CheckRequest.mailbox_address"))
        default: self.mailbox = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckRequest>, in arena: Arena) {
        unsafe c.pointee.right = .init(rawValue: .init(truncatingIfNeeded: self.right.rawValue))
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.folder = arena.text(self.folder)
        unsafe c.pointee.operation = .init(rawValue: .init(truncatingIfNeeded: self.operation.rawValue))
        switch self.account {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .accountAddress(let value)?:
            unsafe c.pointee.account_case = .init(rawValue: 5)
            unsafe c.pointee.account_address = arena.text(value)
        }
        switch self.mailbox {
        case nil: break
        case .mailboxId(let value)?:
            unsafe c.pointee.mailbox_case = .init(rawValue: 2)
            unsafe c.pointee.mailbox_id = arena.text(value)
        case .mailboxAddress(let value)?:
            unsafe c.pointee.mailbox_case = .init(rawValue: 6)
            unsafe c.pointee.mailbox_address = arena.text(value)
        }
    }
}

extension CheckRequest {
    package func check(_ violations: inout Violations) {
        if case .unspecified = self.right {
            violations.addMissing("right")
        } else {
            if case .unrecognized = self.right {
                violations.add("right", .invalidField, "enum.defined_only: a value of Right")
            }
        }
        if self.consistencyToken.utf8.count > 500 {
            violations.add("consistency_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.folder.utf8.count > 512 {
            violations.add("folder", .tooLong, "string.max_bytes: at most 512 bytes")
        }
        if case .unrecognized = self.operation {
            violations.add("operation", .invalidField, "enum.defined_only: a value of FolderOperation")
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
