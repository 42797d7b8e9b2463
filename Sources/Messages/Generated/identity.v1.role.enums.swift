// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

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
