// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// What an event tells about a person. The log keeps it beside the leaf, where it can be erased.
package struct PersonalValue: Message {
    /// As in its commitment (EventCommitment.path).
    package var path: String = ""
    /// The value.
    package var value: String = ""
    /// 32 random bytes, of this value alone.
    package var salt: [UInt8] = []

    package init() {}

    package init(
        path: String = "",
        value: String = "",
        salt: [UInt8] = []
    ) {
        self.path = path
        self.value = value
        self.salt = salt
    }

    package static var name: String { "mandate.audit.v1.PersonalValue" }

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

extension PersonalValue: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__PersonalValue>) {
        unsafe mandate__audit__v1__personal_value__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__PersonalValue>) throws(MessageError) {
        self.path = try unsafe Read.text(c.pointee.path, "mandate.audit.v1.PersonalValue.path")
        self.value = try unsafe Read.text(c.pointee.value, "mandate.audit.v1.PersonalValue.value")
        self.salt = unsafe Read.bytes(c.pointee.salt)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__PersonalValue>, in arena: Arena) {
        unsafe c.pointee.path = arena.text(self.path)
        unsafe c.pointee.value = arena.text(self.value)
        unsafe c.pointee.salt = arena.bytes(self.salt)
    }
}
