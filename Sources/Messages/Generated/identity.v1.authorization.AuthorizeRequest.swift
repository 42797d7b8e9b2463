// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// Asks about one account, scope and level.
package struct AuthorizeRequest: Message {
    /// Who asks to do something.
    package var subject: Subject? = nil
    /// The organization of what is to be touched. Empty: the account's own.
    package var organizationId: String = ""
    /// A row of the role matrix. Empty: only who is it.
    package var scope: String = ""
    /// The level needed.
    package var level: AccessLevel = .unspecified

    package init() {}

    package init(
        subject: Subject? = nil,
        organizationId: String = "",
        scope: String = "",
        level: AccessLevel = .unspecified
    ) {
        self.subject = subject
        self.organizationId = organizationId
        self.scope = scope
        self.level = level
    }

    package static var name: String { "mandate.identity.v1.AuthorizeRequest" }

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

    /// Who asks to do something.
    package enum Subject: Sendable, Equatable {
        /// The account, from a caller trusted to name it.
        case accountId(String)
        /// The session it signed in with.
        case sessionToken(String)
        /// The account's primary address, compared without case.
        case address(String)
        /// The account's external id in organization_id.
        case externalId(String)
    }
}

extension AuthorizeRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeRequest>) {
        unsafe mandate__identity__v1__authorize_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AuthorizeRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.AuthorizeRequest.organization_id")
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.identity.v1.AuthorizeRequest.scope")
        self.level = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.level.rawValue))
        switch unsafe c.pointee.subject_case.rawValue {
        case 1: self.subject = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AuthorizeRequest.account_id"))
        case 2: self.subject = .sessionToken(try unsafe Read.text(c.pointee.session_token, "mandate.identity.v1.AuthorizeRequest.session_token"))
        case 6: self.subject = .address(try unsafe Read.text(c.pointee.address, "mandate.identity.v1.AuthorizeRequest.address"))
        case 7: self.subject = .externalId(try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.AuthorizeRequest.external_id"))
        default: self.subject = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.level = .init(rawValue: .init(truncatingIfNeeded: self.level.rawValue))
        switch self.subject {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .sessionToken(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 2)
            unsafe c.pointee.session_token = arena.text(value)
        case .address(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 6)
            unsafe c.pointee.address = arena.text(value)
        case .externalId(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 7)
            unsafe c.pointee.external_id = arena.text(value)
        }
    }
}
