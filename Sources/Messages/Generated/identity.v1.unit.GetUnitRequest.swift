// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one unit.
package struct GetUnitRequest: Message {
    /// Its id.
    package var unitId: String = ""

    package init() {}

    package init(
        unitId: String = ""
    ) {
        self.unitId = unitId
    }

    package static var name: String { "mandate.identity.v1.GetUnitRequest" }

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

extension GetUnitRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetUnitRequest>) {
        unsafe mandate__identity__v1__get_unit_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetUnitRequest>) throws(MessageError) {
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.GetUnitRequest.unit_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetUnitRequest>, in arena: Arena) {
        unsafe c.pointee.unit_id = arena.text(self.unitId)
    }
}

extension GetUnitRequest {
    package func check(_ violations: inout Violations) {
        if self.unitId.isEmpty {
            violations.addMissing("unit_id")
        } else {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
