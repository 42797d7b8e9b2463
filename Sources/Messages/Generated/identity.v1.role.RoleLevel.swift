// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// What a role has in one scope.
package struct RoleLevel: Message {
    /// The role.
    package var roleId: String = ""
    /// UNSPECIFIED: nothing.
    package var level: AccessLevel = .unspecified

    package init() {}

    package init(
        roleId: String = "",
        level: AccessLevel = .unspecified
    ) {
        self.roleId = roleId
        self.level = level
    }

    package static var name: String { "mandate.identity.v1.RoleLevel" }

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

extension RoleLevel: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__RoleLevel>) {
        unsafe mandate__identity__v1__role_level__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__RoleLevel>) throws(MessageError) {
        self.roleId = try unsafe Read.text(c.pointee.role_id, "mandate.identity.v1.RoleLevel.role_id")
        self.level = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.level.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__RoleLevel>, in arena: Arena) {
        unsafe c.pointee.role_id = arena.text(self.roleId)
        unsafe c.pointee.level = .init(rawValue: .init(truncatingIfNeeded: self.level.rawValue))
    }
}
