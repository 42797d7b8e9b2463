// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// google.rpc.BadRequest.FieldViolation.
package struct FieldViolation: Message {
    /// The field's path, as in account.address or checks[3].mailbox_id.
    package var field: String = ""
    /// The rule and what it asks, for people, as in string.max_len: at most 100 characters.
    package var description: String = ""
    /// The name of a reason, as in ErrorInfo: MISSING_FIELD, INVALID_FIELD, TOO_LONG.
    package var reason: String = ""

    package init() {}

    package init(
        field: String = "",
        description: String = "",
        reason: String = ""
    ) {
        self.field = field
        self.description = description
        self.reason = reason
    }

    package static var name: String { "mandate.rpc.v1.FieldViolation" }

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

extension FieldViolation: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__FieldViolation>) {
        unsafe mandate__rpc__v1__field_violation__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__FieldViolation>) throws(MessageError) {
        self.field = try unsafe Read.text(c.pointee.field, "mandate.rpc.v1.FieldViolation.field")
        self.description = try unsafe Read.text(c.pointee.description, "mandate.rpc.v1.FieldViolation.description")
        self.reason = try unsafe Read.text(c.pointee.reason, "mandate.rpc.v1.FieldViolation.reason")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__FieldViolation>, in arena: Arena) {
        unsafe c.pointee.field = arena.text(self.field)
        unsafe c.pointee.description = arena.text(self.description)
        unsafe c.pointee.reason = arena.text(self.reason)
    }
}
