// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// A question.
package struct CheckRequest: Message {
    /// Who.
    package var accountId: String = ""
    /// Which mailbox.
    package var mailboxId: String = ""
    /// To do what.
    package var right: Right = .unspecified
    /// Answer no older than this token, else STALE. Empty: any fresh answer.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        accountId: String = "",
        mailboxId: String = "",
        right: Right = .unspecified,
        consistencyToken: String = ""
    ) {
        self.accountId = accountId
        self.mailboxId = mailboxId
        self.right = right
        self.consistencyToken = consistencyToken
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
}

extension CheckRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckRequest>) {
        unsafe mandate__mailbox__v1__check_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__CheckRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.CheckRequest.account_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.CheckRequest.mailbox_id")
        self.right = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.right.rawValue))
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.CheckRequest.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.right = .init(rawValue: .init(truncatingIfNeeded: self.right.rawValue))
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension CheckRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
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
    }
}
