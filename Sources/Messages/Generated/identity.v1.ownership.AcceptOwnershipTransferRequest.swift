// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// Accepts an offer.
package struct AcceptOwnershipTransferRequest: Message {
    /// Its id.
    package var ownershipTransferId: String = ""
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
        ownershipTransferId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.ownershipTransferId = ownershipTransferId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.AcceptOwnershipTransferRequest" }

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

extension AcceptOwnershipTransferRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnershipTransferRequest>) {
        unsafe mandate__identity__v1__accept_ownership_transfer_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AcceptOwnershipTransferRequest>) throws(MessageError) {
        self.ownershipTransferId = try unsafe Read.text(c.pointee.ownership_transfer_id, "mandate.identity.v1.AcceptOwnershipTransferRequest.ownership_transfer_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.AcceptOwnershipTransferRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AcceptOwnershipTransferRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.AcceptOwnershipTransferRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnershipTransferRequest>, in arena: Arena) {
        unsafe c.pointee.ownership_transfer_id = arena.text(self.ownershipTransferId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension AcceptOwnershipTransferRequest {
    package func check(_ violations: inout Violations) {
        if self.ownershipTransferId.isEmpty {
            violations.addMissing("ownership_transfer_id")
        } else {
            if !Patterns.otr(self.ownershipTransferId) {
                violations.add("ownership_transfer_id", .invalidField, "string.pattern: as in ^otr_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
