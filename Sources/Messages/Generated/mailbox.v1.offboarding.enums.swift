// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

/// Where an offboarding stands.
package enum OffboardingState: MessageEnum {
    /// Not said.
    case unspecified
    /// The account is suspended, and the rest is under way.
    case running
    /// All is done.
    case done
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .running
        case 2: self = .done
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .running: 1
        case .done: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [OffboardingState] = [
        .unspecified,
        .running,
        .done,
    ]

    package static var protoPrefix: String { "OFFBOARDING_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "OFFBOARDING_STATE_UNSPECIFIED"
        case .running: "OFFBOARDING_STATE_RUNNING"
        case .done: "OFFBOARDING_STATE_DONE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "OFFBOARDING_STATE_UNSPECIFIED": self = .unspecified
        case "OFFBOARDING_STATE_RUNNING": self = .running
        case "OFFBOARDING_STATE_DONE": self = .done
        default: return nil
        }
    }
}
