// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// One row of the matrix.
package struct ScopeLevels: Message {
    /// The scope.
    package var scope: String = ""
    /// Of each role, in the same order in every row: Full admin, Policy admin, Support, Auditor.
    package var levels: [RoleLevel] = []

    package init() {}

    package init(
        scope: String = "",
        levels: [RoleLevel] = []
    ) {
        self.scope = scope
        self.levels = levels
    }

    package static var name: String { "mandate.identity.v1.ScopeLevels" }

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

extension ScopeLevels: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ScopeLevels>) {
        unsafe mandate__identity__v1__scope_levels__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ScopeLevels>) throws(MessageError) {
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.identity.v1.ScopeLevels.scope")
        self.levels = try unsafe Read.messages(c.pointee.n_levels, c.pointee.levels)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ScopeLevels>, in arena: Arena) {
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.n_levels = self.levels.count
        unsafe c.pointee.levels = arena.messages(self.levels)
    }
}
