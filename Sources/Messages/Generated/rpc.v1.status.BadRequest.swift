// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// google.rpc.BadRequest: every field that is wrong, as far as the server looked.
package struct BadRequest: Message {
    /// In the order of the request's fields.
    package var fieldViolations: [FieldViolation] = []

    package init() {}

    package init(
        fieldViolations: [FieldViolation] = []
    ) {
        self.fieldViolations = fieldViolations
    }

    package static var name: String { "mandate.rpc.v1.BadRequest" }

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

extension BadRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__BadRequest>) {
        unsafe mandate__rpc__v1__bad_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__BadRequest>) throws(MessageError) {
        self.fieldViolations = try unsafe Read.messages(c.pointee.n_field_violations, c.pointee.field_violations)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__BadRequest>, in arena: Arena) {
        unsafe c.pointee.n_field_violations = self.fieldViolations.count
        unsafe c.pointee.field_violations = arena.messages(self.fieldViolations)
    }
}
