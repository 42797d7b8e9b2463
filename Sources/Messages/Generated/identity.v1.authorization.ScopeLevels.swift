// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// One row of the matrix.
package struct ScopeLevels: Message {
    /// The scope.
    package var scope: String = ""
    /// Full admin.
    package var fullAdmin: AccessLevel = .unspecified
    /// Policy admin.
    package var policyAdmin: AccessLevel = .unspecified
    /// Support.
    package var support: AccessLevel = .unspecified
    /// Auditor.
    package var auditor: AccessLevel = .unspecified

    package init() {}

    package init(
        scope: String = "",
        fullAdmin: AccessLevel = .unspecified,
        policyAdmin: AccessLevel = .unspecified,
        support: AccessLevel = .unspecified,
        auditor: AccessLevel = .unspecified
    ) {
        self.scope = scope
        self.fullAdmin = fullAdmin
        self.policyAdmin = policyAdmin
        self.support = support
        self.auditor = auditor
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
        self.fullAdmin = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.full_admin.rawValue))
        self.policyAdmin = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.policy_admin.rawValue))
        self.support = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.support.rawValue))
        self.auditor = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.auditor.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ScopeLevels>, in arena: Arena) {
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.full_admin = .init(rawValue: .init(truncatingIfNeeded: self.fullAdmin.rawValue))
        unsafe c.pointee.policy_admin = .init(rawValue: .init(truncatingIfNeeded: self.policyAdmin.rawValue))
        unsafe c.pointee.support = .init(rawValue: .init(truncatingIfNeeded: self.support.rawValue))
        unsafe c.pointee.auditor = .init(rawValue: .init(truncatingIfNeeded: self.auditor.rawValue))
    }
}
