// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Moves a unit. One of parent_id and top says where to.
package struct MoveUnitRequest: Message {
    /// Its id.
    package var unitId: String = ""
    /// The unit that it will be directly under: neither itself nor one below it.
    package var parentId: String = ""
    /// To the top, under no other unit.
    package var top: Bool = false
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// As seen; anything else is ETAG_MISMATCH.
    package var etag: String = ""

    package init() {}

    package init(
        unitId: String = "",
        parentId: String = "",
        top: Bool = false,
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.unitId = unitId
        self.parentId = parentId
        self.top = top
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.MoveUnitRequest" }

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

extension MoveUnitRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__MoveUnitRequest>) {
        unsafe mandate__identity__v1__move_unit_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__MoveUnitRequest>) throws(MessageError) {
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.MoveUnitRequest.unit_id")
        self.parentId = try unsafe Read.text(c.pointee.parent_id, "mandate.identity.v1.MoveUnitRequest.parent_id")
        self.top = unsafe c.pointee.top != 0
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.MoveUnitRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.MoveUnitRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__MoveUnitRequest>, in arena: Arena) {
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        unsafe c.pointee.parent_id = arena.text(self.parentId)
        unsafe c.pointee.top = self.top ? 1 : 0
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension MoveUnitRequest {
    package func check(_ violations: inout Violations) {
        if self.unitId.isEmpty {
            violations.addMissing("unit_id")
        } else {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.parentId.isEmpty {
            if !Patterns.unt(self.parentId) {
                violations.add("parent_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
