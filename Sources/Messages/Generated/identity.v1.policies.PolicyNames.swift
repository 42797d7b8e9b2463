// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// A list that can be empty without being absent.
package struct PolicyNames: Message {
    /// At most 100.
    package var names: [String] = []

    package init() {}

    package init(
        names: [String] = []
    ) {
        self.names = names
    }

    package static var name: String { "mandate.identity.v1.PolicyNames" }

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

extension PolicyNames: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__PolicyNames>) {
        unsafe mandate__identity__v1__policy_names__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__PolicyNames>) throws(MessageError) {
        self.names = try unsafe Read.texts(c.pointee.n_names, c.pointee.names, "mandate.identity.v1.PolicyNames.names")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__PolicyNames>, in arena: Arena) {
        unsafe c.pointee.n_names = self.names.count
        unsafe c.pointee.names = arena.texts(self.names)
    }
}

extension PolicyNames {
    package func check(_ violations: inout Violations) {
        if self.names.count > 100 {
            violations.add("names", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.names.indices where !violations.isFull {
            let start = violations.count
            let value = self.names[index]
            if value.hasFewerScalars(than: 1) {
                violations.add("", .missingField, "string.min_len: at least 1 character")
            }
            if value.hasMoreScalars(than: 100) {
                violations.add("", .tooLong, "string.max_len: at most 100 characters")
            }
            violations.place(from: start, in: "names", index)
        }
    }
}
