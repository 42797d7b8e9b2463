// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// Assigns a role.
package struct AssignRoleRequest: Message {
    /// Whose.
    package var accountId: String = ""
    /// Which; UNSPECIFIED takes the role away.
    package var role: Role = .unspecified
    /// Why; kept in the log.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        accountId: String = "",
        role: Role = .unspecified,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.accountId = accountId
        self.role = role
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.AssignRoleRequest" }

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

extension AssignRoleRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleRequest>) {
        unsafe mandate__identity__v1__assign_role_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AssignRoleRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AssignRoleRequest.account_id")
        self.role = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.role.rawValue))
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.AssignRoleRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.AssignRoleRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignRoleRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.role = .init(rawValue: .init(truncatingIfNeeded: self.role.rawValue))
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}
