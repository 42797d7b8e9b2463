// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Changes a unit.
package struct UpdateUnitRequest: Message {
    /// id, and the fields that the mask names. An organization_id or a parent_id that is not the unit's own is
    /// SELECTORS_DISAGREE.
    package var unit: Unit? = nil
    /// Of display_name, external_id and default_domain.
    package var updateMask: FieldMask? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        unit: Unit? = nil,
        updateMask: FieldMask? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.unit = unit
        self.updateMask = updateMask
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdateUnitRequest" }

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

extension UpdateUnitRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateUnitRequest>) {
        unsafe mandate__identity__v1__update_unit_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateUnitRequest>) throws(MessageError) {
        self.unit = try unsafe Read.message(c.pointee.unit)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdateUnitRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateUnitRequest>, in arena: Arena) {
        if let value = self.unit {
            unsafe c.pointee.unit = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateUnitRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.unit {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "unit")
        } else {
            violations.addMissing("unit")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
