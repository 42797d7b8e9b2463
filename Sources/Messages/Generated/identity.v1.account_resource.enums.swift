// Generated from mandate/identity/v1/account_resource.proto by proto/generate. Do not edit.

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

/// Why an account is suspended.
package enum SuspendReason: MessageEnum {
    /// Nobody has said.
    case unspecified
    /// The person has left.
    case left
    /// The person is away for a while.
    case absent
    /// Somebody else may have had the account.
    case compromised
    /// It was used against the organization's rules.
    case misused
    /// Another one; the justification says which.
    case other
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .left
        case 2: self = .absent
        case 3: self = .compromised
        case 4: self = .misused
        case 5: self = .other
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .left: 1
        case .absent: 2
        case .compromised: 3
        case .misused: 4
        case .other: 5
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [SuspendReason] = [
        .unspecified,
        .left,
        .absent,
        .compromised,
        .misused,
        .other,
    ]

    package static var protoPrefix: String { "SUSPEND_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "SUSPEND_REASON_UNSPECIFIED"
        case .left: "SUSPEND_REASON_LEFT"
        case .absent: "SUSPEND_REASON_ABSENT"
        case .compromised: "SUSPEND_REASON_COMPROMISED"
        case .misused: "SUSPEND_REASON_MISUSED"
        case .other: "SUSPEND_REASON_OTHER"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "SUSPEND_REASON_UNSPECIFIED": self = .unspecified
        case "SUSPEND_REASON_LEFT": self = .left
        case "SUSPEND_REASON_ABSENT": self = .absent
        case "SUSPEND_REASON_COMPROMISED": self = .compromised
        case "SUSPEND_REASON_MISUSED": self = .misused
        case "SUSPEND_REASON_OTHER": self = .other
        default: return nil
        }
    }
}

/// Whom recipients see when a delegate sends.
package enum DisplayedSender: MessageEnum {
    /// Whom the organization says: policy displayed_sender.
    case unspecified
    /// The mailbox, and the delegate on whose hands: "on behalf of".
    case showDelegate
    /// The mailbox alone: "send as".
    case hideDelegate
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .showDelegate
        case 2: self = .hideDelegate
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .showDelegate: 1
        case .hideDelegate: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [DisplayedSender] = [
        .unspecified,
        .showDelegate,
        .hideDelegate,
    ]

    package static var protoPrefix: String { "DISPLAYED_SENDER_" }

    package var protoName: String {
        switch self {
        case .unspecified: "DISPLAYED_SENDER_UNSPECIFIED"
        case .showDelegate: "DISPLAYED_SENDER_SHOW_DELEGATE"
        case .hideDelegate: "DISPLAYED_SENDER_HIDE_DELEGATE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "DISPLAYED_SENDER_UNSPECIFIED": self = .unspecified
        case "DISPLAYED_SENDER_SHOW_DELEGATE": self = .showDelegate
        case "DISPLAYED_SENDER_HIDE_DELEGATE": self = .hideDelegate
        default: return nil
        }
    }
}
