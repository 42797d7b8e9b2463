// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

import CMessages

/// Takes an address.
package struct ClaimMailboxAddressRequest: Message {
    /// The mailbox.
    package var mailboxId: String = ""
    /// Who owns it; the organization is its.
    package var ownerId: String = ""
    /// Its address.
    package var address: String = ""
    /// On whose behalf.
    package var requestedBy: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        mailboxId: String = "",
        ownerId: String = "",
        address: String = "",
        requestedBy: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.mailboxId = mailboxId
        self.ownerId = ownerId
        self.address = address
        self.requestedBy = requestedBy
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.ClaimMailboxAddressRequest" }

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

extension ClaimMailboxAddressRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ClaimMailboxAddressRequest>) {
        unsafe mandate__identity__v1__claim_mailbox_address_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ClaimMailboxAddressRequest>) throws(MessageError) {
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.identity.v1.ClaimMailboxAddressRequest.mailbox_id")
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.identity.v1.ClaimMailboxAddressRequest.owner_id")
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.ClaimMailboxAddressRequest.address")
        self.requestedBy = try unsafe Read.text(c.pointee.requested_by, "mandate.identity.v1.ClaimMailboxAddressRequest.requested_by")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.ClaimMailboxAddressRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.ClaimMailboxAddressRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ClaimMailboxAddressRequest>, in arena: Arena) {
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.requested_by = arena.text(self.requestedBy)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension ClaimMailboxAddressRequest {
    package func check(_ violations: inout Violations) {
        if self.mailboxId.isEmpty {
            violations.addMissing("mailbox_id")
        } else {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.ownerId.isEmpty {
            violations.addMissing("owner_id")
        } else {
            if !Patterns.acc(self.ownerId) {
                violations.add("owner_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.address.isEmpty {
            violations.addMissing("address")
        } else {
            if self.address.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
        if self.requestedBy.isEmpty {
            violations.addMissing("requested_by")
        } else {
            if !Patterns.acc(self.requestedBy) {
                violations.add("requested_by", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
