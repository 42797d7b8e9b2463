// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Deletes a unit.
package struct DeleteUnitRequest: Message {
    /// Its id.
    package var unitId: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// As seen; anything else is ETAG_MISMATCH.
    package var etag: String = ""

    package init() {}

    package init(
        unitId: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.unitId = unitId
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.DeleteUnitRequest" }

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

extension DeleteUnitRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteUnitRequest>) {
        unsafe mandate__identity__v1__delete_unit_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteUnitRequest>) throws(MessageError) {
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.DeleteUnitRequest.unit_id")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.DeleteUnitRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.DeleteUnitRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteUnitRequest>, in arena: Arena) {
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension DeleteUnitRequest {
    package func check(_ violations: inout Violations) {
        if self.unitId.isEmpty {
            violations.addMissing("unit_id")
        } else {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
