// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

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
    /// The account is no administrator, or its role lacks the level.
    case roleLacksScope
    /// No row of the matrix has this name.
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
