// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// One group.
package struct GetGroupResponse: Message {
    /// As stored.
    package var group: Group? = nil

    package init() {}

    package init(
        group: Group? = nil
    ) {
        self.group = group
    }

    package static var name: String { "mandate.identity.v1.GetGroupResponse" }

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

extension GetGroupResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetGroupResponse>) {
        unsafe mandate__identity__v1__get_group_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetGroupResponse>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetGroupResponse>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
    }
}

extension GetGroupResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        }
    }
}
