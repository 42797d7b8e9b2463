// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

/// What kind of sharing the organization lives with (rule A7).
package enum OrganizationPreset: MessageEnum {
    /// Means FUNCTIONAL_ACCOUNTS in a request.
    case unspecified
    /// Administrators grant; open and send by default; roles on.
    case functionalAccounts
    /// Three rights, groups as grantees.
    case sharedMailboxes
    /// Owners grant; all or nothing.
    case personalSharing
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .functionalAccounts
        case 2: self = .sharedMailboxes
        case 3: self = .personalSharing
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .functionalAccounts: 1
        case .sharedMailboxes: 2
        case .personalSharing: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [OrganizationPreset] = [
        .unspecified,
        .functionalAccounts,
        .sharedMailboxes,
        .personalSharing,
    ]

    package static var protoPrefix: String { "ORGANIZATION_PRESET_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ORGANIZATION_PRESET_UNSPECIFIED"
        case .functionalAccounts: "ORGANIZATION_PRESET_FUNCTIONAL_ACCOUNTS"
        case .sharedMailboxes: "ORGANIZATION_PRESET_SHARED_MAILBOXES"
        case .personalSharing: "ORGANIZATION_PRESET_PERSONAL_SHARING"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ORGANIZATION_PRESET_UNSPECIFIED": self = .unspecified
        case "ORGANIZATION_PRESET_FUNCTIONAL_ACCOUNTS": self = .functionalAccounts
        case "ORGANIZATION_PRESET_SHARED_MAILBOXES": self = .sharedMailboxes
        case "ORGANIZATION_PRESET_PERSONAL_SHARING": self = .personalSharing
        default: return nil
        }
    }
}

/// Whether administrators have roles.
package enum RolesSwitch: MessageEnum {
    /// Not said.
    case unspecified
    /// Every administrator counts as a Full admin.
    case off
    /// An administrator may what its roles say.
    case on
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .off
        case 2: self = .on
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .off: 1
        case .on: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [RolesSwitch] = [
        .unspecified,
        .off,
        .on,
    ]

    package static var protoPrefix: String { "ROLES_SWITCH_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ROLES_SWITCH_UNSPECIFIED"
        case .off: "ROLES_SWITCH_OFF"
        case .on: "ROLES_SWITCH_ON"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ROLES_SWITCH_UNSPECIFIED": self = .unspecified
        case "ROLES_SWITCH_OFF": self = .off
        case "ROLES_SWITCH_ON": self = .on
        default: return nil
        }
    }
}

/// What deserves a look in an organization.
package enum OrganizationWarning: MessageEnum {
    /// Never sent.
    case unspecified
    /// One active Full admin: nobody could let them back in (rule C7). Two are recommended.
    case oneFullAdmin
    /// Roles are off: every administrator counts as Full admin (rule A8).
    case rolesOff
    /// Administrators are guarded by nothing: whoever has a scope may use it on them (policy guard_administrators, rule C6).
    case administratorsUnguarded
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .oneFullAdmin
        case 2: self = .rolesOff
        case 3: self = .administratorsUnguarded
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .oneFullAdmin: 1
        case .rolesOff: 2
        case .administratorsUnguarded: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [OrganizationWarning] = [
        .unspecified,
        .oneFullAdmin,
        .rolesOff,
        .administratorsUnguarded,
    ]

    package static var protoPrefix: String { "ORGANIZATION_WARNING_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ORGANIZATION_WARNING_UNSPECIFIED"
        case .oneFullAdmin: "ORGANIZATION_WARNING_ONE_FULL_ADMIN"
        case .rolesOff: "ORGANIZATION_WARNING_ROLES_OFF"
        case .administratorsUnguarded: "ORGANIZATION_WARNING_ADMINISTRATORS_UNGUARDED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ORGANIZATION_WARNING_UNSPECIFIED": self = .unspecified
        case "ORGANIZATION_WARNING_ONE_FULL_ADMIN": self = .oneFullAdmin
        case "ORGANIZATION_WARNING_ROLES_OFF": self = .rolesOff
        case "ORGANIZATION_WARNING_ADMINISTRATORS_UNGUARDED": self = .administratorsUnguarded
        default: return nil
        }
    }
}
