// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// Changes a group.
package struct UpdateGroupRequest: Message {
    /// id, and the fields that the mask names. An organization_id that is not the group's own is SELECTORS_DISAGREE.
    package var group: Group? = nil
    /// Of display_name and external_id.
    package var updateMask: FieldMask? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        group: Group? = nil,
        updateMask: FieldMask? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.group = group
        self.updateMask = updateMask
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdateGroupRequest" }

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

extension UpdateGroupRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateGroupRequest>) {
        unsafe mandate__identity__v1__update_group_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateGroupRequest>) throws(MessageError) {
        self.group = try unsafe Read.message(c.pointee.group)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdateGroupRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateGroupRequest>, in arena: Arena) {
        if let value = self.group {
            unsafe c.pointee.group = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateGroupRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.group {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "group")
        } else {
            violations.addMissing("group")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
