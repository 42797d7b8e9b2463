// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

/// What an account is (rule B1).
package enum AccountType: MessageEnum {
    /// Not said.
    case unspecified
    /// A person.
    case user
    /// A person with administrator roles.
    case administrator
    /// A function: never signs in.
    case functional
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .user
        case 2: self = .administrator
        case 3: self = .functional
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .user: 1
        case .administrator: 2
        case .functional: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccountType] = [
        .unspecified,
        .user,
        .administrator,
        .functional,
    ]

    package static var protoPrefix: String { "ACCOUNT_TYPE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCOUNT_TYPE_UNSPECIFIED"
        case .user: "ACCOUNT_TYPE_USER"
        case .administrator: "ACCOUNT_TYPE_ADMINISTRATOR"
        case .functional: "ACCOUNT_TYPE_FUNCTIONAL"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCOUNT_TYPE_UNSPECIFIED": self = .unspecified
        case "ACCOUNT_TYPE_USER": self = .user
        case "ACCOUNT_TYPE_ADMINISTRATOR": self = .administrator
        case "ACCOUNT_TYPE_FUNCTIONAL": self = .functional
        default: return nil
        }
    }
}

/// Where an account stands (rule B1).
package enum AccountState: MessageEnum {
    /// Not said.
    case unspecified
    /// Asked, not yet accepted.
    case invited
    /// In use.
    case active
    /// Every decision denies.
    case suspended
    /// A tombstone: it has its names, and nothing else. Nothing restores it.
    case deleted
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .invited
        case 2: self = .active
        case 3: self = .suspended
        case 4: self = .deleted
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .invited: 1
        case .active: 2
        case .suspended: 3
        case .deleted: 4
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccountState] = [
        .unspecified,
        .invited,
        .active,
        .suspended,
        .deleted,
    ]

    package static var protoPrefix: String { "ACCOUNT_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCOUNT_STATE_UNSPECIFIED"
        case .invited: "ACCOUNT_STATE_INVITED"
        case .active: "ACCOUNT_STATE_ACTIVE"
        case .suspended: "ACCOUNT_STATE_SUSPENDED"
        case .deleted: "ACCOUNT_STATE_DELETED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCOUNT_STATE_UNSPECIFIED": self = .unspecified
        case "ACCOUNT_STATE_INVITED": self = .invited
        case "ACCOUNT_STATE_ACTIVE": self = .active
        case "ACCOUNT_STATE_SUSPENDED": self = .suspended
        case "ACCOUNT_STATE_DELETED": self = .deleted
        default: return nil
        }
    }
}
