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
