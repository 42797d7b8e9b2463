// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

import CMessages

/// Offboards an account.
package struct OffboardAccountRequest: Message {
    /// Who leaves.
    package var accountId: String = ""
    /// Who has its delegations then: an active account. Empty: they are revoked.
    package var delegationsToId: String = ""
    /// Who has its registered mailboxes then: an active account. Needed where it has any.
    package var mailboxesToId: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        accountId: String = "",
        delegationsToId: String = "",
        mailboxesToId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.accountId = accountId
        self.delegationsToId = delegationsToId
        self.mailboxesToId = mailboxesToId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.OffboardAccountRequest" }

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

extension OffboardAccountRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__OffboardAccountRequest>) {
        unsafe mandate__mailbox__v1__offboard_account_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__OffboardAccountRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.OffboardAccountRequest.account_id")
        self.delegationsToId = try unsafe Read.text(c.pointee.delegations_to_id, "mandate.mailbox.v1.OffboardAccountRequest.delegations_to_id")
        self.mailboxesToId = try unsafe Read.text(c.pointee.mailboxes_to_id, "mandate.mailbox.v1.OffboardAccountRequest.mailboxes_to_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.OffboardAccountRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.OffboardAccountRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__OffboardAccountRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.delegations_to_id = arena.text(self.delegationsToId)
        unsafe c.pointee.mailboxes_to_id = arena.text(self.mailboxesToId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension OffboardAccountRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.delegationsToId.isEmpty {
            if !Patterns.acc(self.delegationsToId) {
                violations.add("delegations_to_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.mailboxesToId.isEmpty {
            if !Patterns.acc(self.mailboxesToId) {
                violations.add("mailboxes_to_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
