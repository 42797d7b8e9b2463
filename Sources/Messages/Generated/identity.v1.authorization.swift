// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// Why an authorization is denied.
package enum AuthorizeReason: MessageEnum {
    /// It is not.
    case unspecified
    /// No such account.
    case noSuchAccount
    /// The session is unknown or over.
    case sessionInvalid
    /// The account is not active.
    case accountNotActive
    /// The account belongs to another organization.
    case otherOrganization
    /// The account is no administrator, or its roles lack one of the levels.
    case roleLacksScope
    /// One of the scopes is no row of the matrix.
    case unknownScope
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .noSuchAccount
        case 2: self = .sessionInvalid
        case 3: self = .accountNotActive
        case 4: self = .otherOrganization
        case 5: self = .roleLacksScope
        case 6: self = .unknownScope
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .noSuchAccount: 1
        case .sessionInvalid: 2
        case .accountNotActive: 3
        case .otherOrganization: 4
        case .roleLacksScope: 5
        case .unknownScope: 6
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AuthorizeReason] = [
        .unspecified,
        .noSuchAccount,
        .sessionInvalid,
        .accountNotActive,
        .otherOrganization,
        .roleLacksScope,
        .unknownScope,
    ]

    package static var protoPrefix: String { "AUTHORIZE_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "AUTHORIZE_REASON_UNSPECIFIED"
        case .noSuchAccount: "AUTHORIZE_REASON_NO_SUCH_ACCOUNT"
        case .sessionInvalid: "AUTHORIZE_REASON_SESSION_INVALID"
        case .accountNotActive: "AUTHORIZE_REASON_ACCOUNT_NOT_ACTIVE"
        case .otherOrganization: "AUTHORIZE_REASON_OTHER_ORGANIZATION"
        case .roleLacksScope: "AUTHORIZE_REASON_ROLE_LACKS_SCOPE"
        case .unknownScope: "AUTHORIZE_REASON_UNKNOWN_SCOPE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "AUTHORIZE_REASON_UNSPECIFIED": self = .unspecified
        case "AUTHORIZE_REASON_NO_SUCH_ACCOUNT": self = .noSuchAccount
        case "AUTHORIZE_REASON_SESSION_INVALID": self = .sessionInvalid
        case "AUTHORIZE_REASON_ACCOUNT_NOT_ACTIVE": self = .accountNotActive
        case "AUTHORIZE_REASON_OTHER_ORGANIZATION": self = .otherOrganization
        case "AUTHORIZE_REASON_ROLE_LACKS_SCOPE": self = .roleLacksScope
        case "AUTHORIZE_REASON_UNKNOWN_SCOPE": self = .unknownScope
        default: return nil
        }
    }
}

/// Asks about one account and what it needs.
package struct AuthorizeRequest: Message {
    /// Who asks to do something.
    package var subject: Subject? = nil
    /// The organization of what is to be touched. Empty: the account's own.
    package var organizationId: String = ""
    /// What the account's roles must have, all of it. None: only who is it.
    package var demands: [AccessDemand] = []
    /// The organizational unit of what is to be touched: roles assigned for that unit, or for one
    /// above it, count too. Empty: it is in none.
    package var unitId: String = ""

    package init() {}

    package init(
        subject: Subject? = nil,
        organizationId: String = "",
        demands: [AccessDemand] = [],
        unitId: String = ""
    ) {
        self.subject = subject
        self.organizationId = organizationId
        self.demands = demands
        self.unitId = unitId
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
        self.demands = try unsafe Read.messages(c.pointee.n_demands, c.pointee.demands)
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.AuthorizeRequest.unit_id")
        switch unsafe c.pointee.subject_case.rawValue {
        case 1: self.subject = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AuthorizeRequest.account_id"))
        case 2: self.subject = .sessionToken(try unsafe Read.text(c.pointee.session_token, "mandate.identity.v1.AuthorizeRequest.session_token"))
        case 3: self.subject = .address(try unsafe Read.text(c.pointee.address, "mandate.identity.v1.AuthorizeRequest.address"))
        case 4: self.subject = .externalId(try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.AuthorizeRequest.external_id"))
        default: self.subject = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.n_demands = self.demands.count
        unsafe c.pointee.demands = arena.messages(self.demands)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        switch self.subject {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .sessionToken(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 2)
            unsafe c.pointee.session_token = arena.text(value)
        case .address(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 3)
            unsafe c.pointee.address = arena.text(value)
        case .externalId(let value)?:
            unsafe c.pointee.subject_case = .init(rawValue: 4)
            unsafe c.pointee.external_id = arena.text(value)
        }
    }
}

extension AuthorizeRequest {
    package func check(_ violations: inout Violations) {
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.demands.count > 16 {
            violations.add("demands", .tooLong, "repeated.max_items: at most 16 elements")
        }
        for index in self.demands.indices where !violations.isFull {
            let start = violations.count
            self.demands[index].check(&violations)
            violations.place(from: start, in: "demands", index)
        }
        if !self.unitId.isEmpty {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.subject == nil {
            violations.addMissing("subject")
        }
        if case .accountId(let value)? = self.subject {
            if !Patterns.acc(value) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .sessionToken(let value)? = self.subject {
            if value.utf8.count > 100 {
                violations.add("session_token", .tooLong, "string.max_bytes: at most 100 bytes")
            }
        }
        if case .address(let value)? = self.subject {
            if value.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
        if case .externalId(let value)? = self.subject {
            if value.hasMoreScalars(than: 200) {
                violations.add("external_id", .tooLong, "string.max_len: at most 200 characters")
            }
        }
    }
}

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
    /// The roles that counted: those for the whole organization, and those for the unit asked about or one above it, in the order
    /// of their ids.
    package var roleIds: [String] = []
    /// The most that these roles have of each demand, in the order of the request. Empty when the account may not act at all,
    /// or not there.
    package var held: [AccessLevel] = []
    /// The account is the organization's owner.
    package var owner: Bool = false
    /// The account is a Full admin: for the whole organization, whatever the unit asked about; so is every administrator while
    /// roles are off (rules C5, A8).
    package var fullAdmin: Bool = false

    package init() {}

    package init(
        allowed: Bool = false,
        reason: AuthorizeReason = .unspecified,
        accountId: String = "",
        organizationId: String = "",
        roleIds: [String] = [],
        held: [AccessLevel] = [],
        owner: Bool = false,
        fullAdmin: Bool = false
    ) {
        self.allowed = allowed
        self.reason = reason
        self.accountId = accountId
        self.organizationId = organizationId
        self.roleIds = roleIds
        self.held = held
        self.owner = owner
        self.fullAdmin = fullAdmin
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
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.identity.v1.AuthorizeResponse.role_ids")
        self.held = unsafe Read.enums(c.pointee.n_held, UnsafeRawPointer(c.pointee.held))
        self.owner = unsafe c.pointee.owner != 0
        self.fullAdmin = unsafe c.pointee.full_admin != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AuthorizeResponse>, in arena: Arena) {
        unsafe c.pointee.allowed = self.allowed ? 1 : 0
        unsafe c.pointee.reason = .init(rawValue: .init(truncatingIfNeeded: self.reason.rawValue))
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
        unsafe c.pointee.n_held = self.held.count
        unsafe c.pointee.held = arena.enums(self.held)
        unsafe c.pointee.owner = self.owner ? 1 : 0
        unsafe c.pointee.full_admin = self.fullAdmin ? 1 : 0
    }
}
