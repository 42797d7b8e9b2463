// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// An administrator role: a column of the role matrix.
package enum Role: MessageEnum {
    /// None.
    case unspecified
    /// Full admin.
    case fullAdmin
    /// Policy admin.
    case policyAdmin
    /// Support.
    case support
    /// Auditor.
    case auditor
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .fullAdmin
        case 2: self = .policyAdmin
        case 3: self = .support
        case 4: self = .auditor
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .fullAdmin: 1
        case .policyAdmin: 2
        case .support: 3
        case .auditor: 4
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [Role] = [
        .unspecified,
        .fullAdmin,
        .policyAdmin,
        .support,
        .auditor,
    ]

    package static var protoPrefix: String { "ROLE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ROLE_UNSPECIFIED"
        case .fullAdmin: "ROLE_FULL_ADMIN"
        case .policyAdmin: "ROLE_POLICY_ADMIN"
        case .support: "ROLE_SUPPORT"
        case .auditor: "ROLE_AUDITOR"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ROLE_UNSPECIFIED": self = .unspecified
        case "ROLE_FULL_ADMIN": self = .fullAdmin
        case "ROLE_POLICY_ADMIN": self = .policyAdmin
        case "ROLE_SUPPORT": self = .support
        case "ROLE_AUDITOR": self = .auditor
        default: return nil
        }
    }
}

/// What the one who changed an administrator should know. The change has taken place.
package enum AdministratorWarning: MessageEnum {
    /// Never sent.
    case unspecified
    /// One active Full admin is left (rule C7).
    case lastFullAdmin
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .lastFullAdmin
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .lastFullAdmin: 1
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AdministratorWarning] = [
        .unspecified,
        .lastFullAdmin,
    ]

    package static var protoPrefix: String { "ADMINISTRATOR_WARNING_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ADMINISTRATOR_WARNING_UNSPECIFIED"
        case .lastFullAdmin: "ADMINISTRATOR_WARNING_LAST_FULL_ADMIN"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ADMINISTRATOR_WARNING_UNSPECIFIED": self = .unspecified
        case "ADMINISTRATOR_WARNING_LAST_FULL_ADMIN": self = .lastFullAdmin
        default: return nil
        }
    }
}

/// Asks for the matrix.
package struct GetRoleMatrixRequest: Message {
    package init() {}

    package static var name: String { "mandate.identity.v1.GetRoleMatrixRequest" }

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

extension GetRoleMatrixRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixRequest>) {
        unsafe mandate__identity__v1__get_role_matrix_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetRoleMatrixRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixRequest>, in arena: Arena) {
    }
}

/// The matrix.
package struct GetRoleMatrixResponse: Message {
    /// In the order of the matrix.
    package var scopes: [ScopeLevels] = []

    package init() {}

    package init(
        scopes: [ScopeLevels] = []
    ) {
        self.scopes = scopes
    }

    package static var name: String { "mandate.identity.v1.GetRoleMatrixResponse" }

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

extension GetRoleMatrixResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixResponse>) {
        unsafe mandate__identity__v1__get_role_matrix_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetRoleMatrixResponse>) throws(MessageError) {
        self.scopes = try unsafe Read.messages(c.pointee.n_scopes, c.pointee.scopes)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixResponse>, in arena: Arena) {
        unsafe c.pointee.n_scopes = self.scopes.count
        unsafe c.pointee.scopes = arena.messages(self.scopes)
    }
}

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
