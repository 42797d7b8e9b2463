// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Moves an account. One of unit_id and no_unit says where to.
package struct SetAccountUnitRequest: Message {
    /// Its id.
    package var accountId: String = ""
    /// The unit that it will belong to.
    package var unitId: String = ""
    /// To none.
    package var noUnit: Bool = false
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the account as seen; anything else is ETAG_MISMATCH.
    package var etag: String = ""

    package init() {}

    package init(
        accountId: String = "",
        unitId: String = "",
        noUnit: Bool = false,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.accountId = accountId
        self.unitId = unitId
        self.noUnit = noUnit
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.SetAccountUnitRequest" }

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

extension SetAccountUnitRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SetAccountUnitRequest>) {
        unsafe mandate__identity__v1__set_account_unit_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SetAccountUnitRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.SetAccountUnitRequest.account_id")
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.SetAccountUnitRequest.unit_id")
        self.noUnit = unsafe c.pointee.no_unit != 0
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.SetAccountUnitRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.SetAccountUnitRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.SetAccountUnitRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SetAccountUnitRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        unsafe c.pointee.no_unit = self.noUnit ? 1 : 0
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension SetAccountUnitRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.unitId.isEmpty {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
