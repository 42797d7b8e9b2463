// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one group.
package struct GetGroupRequest: Message {
    /// Its id.
    package var groupId: String = ""

    package init() {}

    package init(
        groupId: String = ""
    ) {
        self.groupId = groupId
    }

    package static var name: String { "mandate.identity.v1.GetGroupRequest" }

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

extension GetGroupRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetGroupRequest>) {
        unsafe mandate__identity__v1__get_group_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetGroupRequest>) throws(MessageError) {
        self.groupId = try unsafe Read.text(c.pointee.group_id, "mandate.identity.v1.GetGroupRequest.group_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetGroupRequest>, in arena: Arena) {
        unsafe c.pointee.group_id = arena.text(self.groupId)
    }
}

extension GetGroupRequest {
    package func check(_ violations: inout Violations) {
        if self.groupId.isEmpty {
            violations.addMissing("group_id")
        } else {
            if !Patterns.grp(self.groupId) {
                violations.add("group_id", .invalidField, "string.pattern: as in ^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
