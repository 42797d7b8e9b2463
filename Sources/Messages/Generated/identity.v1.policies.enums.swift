// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

/// Whether something holds.
package enum PolicySwitch: MessageEnum {
    /// As the preset says.
    case unspecified
    /// It does.
    case on
    /// It does not.
    case off
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .on
        case 2: self = .off
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .on: 1
        case .off: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [PolicySwitch] = [
        .unspecified,
        .on,
        .off,
    ]

    package static var protoPrefix: String { "POLICY_SWITCH_" }

    package var protoName: String {
        switch self {
        case .unspecified: "POLICY_SWITCH_UNSPECIFIED"
        case .on: "POLICY_SWITCH_ON"
        case .off: "POLICY_SWITCH_OFF"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "POLICY_SWITCH_UNSPECIFIED": self = .unspecified
        case "POLICY_SWITCH_ON": self = .on
        case "POLICY_SWITCH_OFF": self = .off
        default: return nil
        }
    }
}

/// Who adds and removes administrators.
package enum AdministratorsBy: MessageEnum {
    /// As the preset says.
    case unspecified
    /// The owner alone.
    case owner
    /// Every Full admin.
    case fullAdmins
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .owner
        case 2: self = .fullAdmins
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .owner: 1
        case .fullAdmins: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AdministratorsBy] = [
        .unspecified,
        .owner,
        .fullAdmins,
    ]

    package static var protoPrefix: String { "ADMINISTRATORS_BY_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ADMINISTRATORS_BY_UNSPECIFIED"
        case .owner: "ADMINISTRATORS_BY_OWNER"
        case .fullAdmins: "ADMINISTRATORS_BY_FULL_ADMINS"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ADMINISTRATORS_BY_UNSPECIFIED": self = .unspecified
        case "ADMINISTRATORS_BY_OWNER": self = .owner
        case "ADMINISTRATORS_BY_FULL_ADMINS": self = .fullAdmins
        default: return nil
        }
    }
}

/// Whom recipients see when a delegate sends.
package enum DefaultSender: MessageEnum {
    /// As the preset says.
    case unspecified
    /// A decision says nothing of it.
    case none
    /// The mailbox, and the delegate on whose hands: "on behalf of".
    case showDelegate
    /// The mailbox alone: "send as".
    case hideDelegate
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .none
        case 2: self = .showDelegate
        case 3: self = .hideDelegate
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .none: 1
        case .showDelegate: 2
        case .hideDelegate: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [DefaultSender] = [
        .unspecified,
        .none,
        .showDelegate,
        .hideDelegate,
    ]

    package static var protoPrefix: String { "DEFAULT_SENDER_" }

    package var protoName: String {
        switch self {
        case .unspecified: "DEFAULT_SENDER_UNSPECIFIED"
        case .none: "DEFAULT_SENDER_NONE"
        case .showDelegate: "DEFAULT_SENDER_SHOW_DELEGATE"
        case .hideDelegate: "DEFAULT_SENDER_HIDE_DELEGATE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "DEFAULT_SENDER_UNSPECIFIED": self = .unspecified
        case "DEFAULT_SENDER_NONE": self = .none
        case "DEFAULT_SENDER_SHOW_DELEGATE": self = .showDelegate
        case "DEFAULT_SENDER_HIDE_DELEGATE": self = .hideDelegate
        default: return nil
        }
    }
}

/// Who hears of a grant and of its end.
package enum NotifyPolicy: MessageEnum {
    /// As the preset says.
    case unspecified
    /// The grantee and the mailbox's owner.
    case all
    /// The grantee.
    case delegates
    /// Nobody.
    case none
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .all
        case 2: self = .delegates
        case 3: self = .none
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .all: 1
        case .delegates: 2
        case .none: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [NotifyPolicy] = [
        .unspecified,
        .all,
        .delegates,
        .none,
    ]

    package static var protoPrefix: String { "NOTIFY_POLICY_" }

    package var protoName: String {
        switch self {
        case .unspecified: "NOTIFY_POLICY_UNSPECIFIED"
        case .all: "NOTIFY_POLICY_ALL"
        case .delegates: "NOTIFY_POLICY_DELEGATES"
        case .none: "NOTIFY_POLICY_NONE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "NOTIFY_POLICY_UNSPECIFIED": self = .unspecified
        case "NOTIFY_POLICY_ALL": self = .all
        case "NOTIFY_POLICY_DELEGATES": self = .delegates
        case "NOTIFY_POLICY_NONE": self = .none
        default: return nil
        }
    }
}

/// Where a policy's value comes from.
package enum PolicySource: MessageEnum {
    /// Never sent.
    case unspecified
    /// The organization's preset.
    case preset
    /// The organization's own decision.
    case organization
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .preset
        case 2: self = .organization
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .preset: 1
        case .organization: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [PolicySource] = [
        .unspecified,
        .preset,
        .organization,
    ]

    package static var protoPrefix: String { "POLICY_SOURCE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "POLICY_SOURCE_UNSPECIFIED"
        case .preset: "POLICY_SOURCE_PRESET"
        case .organization: "POLICY_SOURCE_ORGANIZATION"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "POLICY_SOURCE_UNSPECIFIED": self = .unspecified
        case "POLICY_SOURCE_PRESET": self = .preset
        case "POLICY_SOURCE_ORGANIZATION": self = .organization
        default: return nil
        }
    }
}
