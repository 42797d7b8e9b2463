// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a new group.
package struct CreateGroupRequest: Message {
    /// organization_id, display_name and external_id count.
    package var group: Group? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        group: Group? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.group = group
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.CreateGroupRequest" }

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

extension CreateGroupRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateGroupRequest>) {
        unsafe mandate__identity__v1__create_group_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateGroupRequest>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.CreateGroupRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateGroupRequest>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension CreateGroupRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        } else {
            violations.addMissing("group")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
