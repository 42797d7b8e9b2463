// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

import CMessages

/// Gives a licence.
package struct AssignLicenceRequest: Message {
    /// To whom: an active account of a person.
    package var accountId: String = ""
    /// The subscription.
    package var subscriptionId: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the account's licence as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        subscriptionId: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.subscriptionId = subscriptionId
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.AssignLicenceRequest" }

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

extension AssignLicenceRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AssignLicenceRequest>) {
        unsafe mandate__identity__v1__assign_licence_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AssignLicenceRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AssignLicenceRequest.account_id")
        self.subscriptionId = try unsafe Read.text(c.pointee.subscription_id, "mandate.identity.v1.AssignLicenceRequest.subscription_id")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AssignLicenceRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.AssignLicenceRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignLicenceRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.subscription_id = arena.text(self.subscriptionId)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension AssignLicenceRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.subscriptionId.isEmpty {
            violations.addMissing("subscription_id")
        } else {
            if !Patterns.sub(self.subscriptionId) {
                violations.add("subscription_id", .invalidField, "string.pattern: as in ^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
