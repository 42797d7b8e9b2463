// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

/// Where a domain stands.
package enum DomainState: MessageEnum {
    /// Not said.
    case unspecified
    /// The organization says that it is its own.
    case claimed
    /// DNS has said so too: no other organization of the installation has it.
    case verified
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .claimed
        case 2: self = .verified
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .claimed: 1
        case .verified: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [DomainState] = [
        .unspecified,
        .claimed,
        .verified,
    ]

    package static var protoPrefix: String { "DOMAIN_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "DOMAIN_STATE_UNSPECIFIED"
        case .claimed: "DOMAIN_STATE_CLAIMED"
        case .verified: "DOMAIN_STATE_VERIFIED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "DOMAIN_STATE_UNSPECIFIED": self = .unspecified
        case "DOMAIN_STATE_CLAIMED": self = .claimed
        case "DOMAIN_STATE_VERIFIED": self = .verified
        default: return nil
        }
    }
}
