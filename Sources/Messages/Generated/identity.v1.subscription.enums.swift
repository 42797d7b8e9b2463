// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

/// Where a subscription stands.
package enum SubscriptionState: MessageEnum {
    /// Not said.
    case unspecified
    /// Its licences give its plan.
    case active
    /// Over: it gives nothing, and stays to be looked up.
    case cancelled
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .active
        case 2: self = .cancelled
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .active: 1
        case .cancelled: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [SubscriptionState] = [
        .unspecified,
        .active,
        .cancelled,
    ]

    package static var protoPrefix: String { "SUBSCRIPTION_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "SUBSCRIPTION_STATE_UNSPECIFIED"
        case .active: "SUBSCRIPTION_STATE_ACTIVE"
        case .cancelled: "SUBSCRIPTION_STATE_CANCELLED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "SUBSCRIPTION_STATE_UNSPECIFIED": self = .unspecified
        case "SUBSCRIPTION_STATE_ACTIVE": self = .active
        case "SUBSCRIPTION_STATE_CANCELLED": self = .cancelled
        default: return nil
        }
    }
}
