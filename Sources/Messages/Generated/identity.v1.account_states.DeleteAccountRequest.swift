// Generated from mandate/identity/v1/account_states.proto by proto/generate. Do not edit.

import CMessages

/// Asks to delete an account.
package struct DeleteAccountRequest: Message {
    /// Its id.
    package var accountId: String = ""
    /// Why.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// As seen; anything else is ETAG_MISMATCH.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.DeleteAccountRequest" }

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

extension DeleteAccountRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteAccountRequest>) {
        unsafe mandate__identity__v1__delete_account_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteAccountRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.DeleteAccountRequest.account_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.DeleteAccountRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.DeleteAccountRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.DeleteAccountRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteAccountRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension DeleteAccountRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
