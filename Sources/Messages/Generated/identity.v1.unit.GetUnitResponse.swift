// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// One unit.
package struct GetUnitResponse: Message {
    /// As stored.
    package var unit: Unit? = nil

    package init() {}

    package init(
        unit: Unit? = nil
    ) {
        self.unit = unit
    }

    package static var name: String { "mandate.identity.v1.GetUnitResponse" }

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

extension GetUnitResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetUnitResponse>) {
        unsafe mandate__identity__v1__get_unit_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetUnitResponse>) throws(MessageError) {
        self.unit = try unsafe Read.message(c.pointee.unit)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetUnitResponse>, in arena: Arena) {
        if let value = self.unit {
            unsafe c.pointee.unit = arena.message(value)
        }
    }
}

extension GetUnitResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.unit {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "unit")
        }
    }
}
