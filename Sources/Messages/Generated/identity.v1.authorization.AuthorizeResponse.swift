// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// The judgement.
package struct AuthorizeResponse: Message {
    /// True: may.
    package var allowed: Bool = false
    /// Why not; UNSPECIFIED when allowed.
    package var reason: AuthorizeReason = .unspecified
    /// Who it is, when known.
    package var accountId: String = ""
    /// The account's organization.
    package var organizationId: String = ""
    /// The role that counted.
    package var role: Role = .unspecified
    /// The level that the role has.
    package var held: AccessLevel = .unspecified
    /// The account is the organization's owner.
    package var owner: Bool = false

    package init() {}

    package init(
        allowed: Bool = false,
        reason: AuthorizeReason = .unspecified,
        accountId: String = "",
        organizationId: String = "",
        role: Role = .unspecified,
        held: AccessLevel = .unspecified,
        owner: Bool = false
    ) {
        self.allowed = allowed
        self.reason = reason
        self.accountId = accountId
        self.organizationId = organizationId
        self.role = role
        self.held = held
        self.owner = owner
    }

    package static var name: String { "mandate.identity.v1.AuthorizeResponse" }

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

extension AuthorizeResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeResponse>) {
        unsafe mandate__identity__v1__authorize_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AuthorizeResponse>) throws(MessageError) {
        self.allowed = unsafe c.pointee.allowed != 0
        self.reason = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.reason.rawValue))
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AuthorizeResponse.account_id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.AuthorizeResponse.organization_id")
        self.role = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.role.rawValue))
        self.held = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.held.rawValue))
        self.owner = unsafe c.pointee.owner != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeResponse>, in arena: Arena) {
        unsafe c.pointee.allowed = self.allowed ? 1 : 0
        unsafe c.pointee.reason = .init(rawValue: .init(truncatingIfNeeded: self.reason.rawValue))
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.role = .init(rawValue: .init(truncatingIfNeeded: self.role.rawValue))
        unsafe c.pointee.held = .init(rawValue: .init(truncatingIfNeeded: self.held.rawValue))
        unsafe c.pointee.owner = self.owner ? 1 : 0
    }
}
