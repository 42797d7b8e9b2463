// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

/// How the time that decisions go by stands to the wall clock.
package enum ClockState: MessageEnum {
    /// Never sent.
    case unspecified
    /// It follows it.
    case following
    /// It is ahead, since the wall clock went back, and goes slower until they meet.
    case ahead
    /// The wall clock is more than an hour ahead. What is over by either is over; an operator has to accept the jump.
    case jumpPending
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .following
        case 2: self = .ahead
        case 3: self = .jumpPending
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .following: 1
        case .ahead: 2
        case .jumpPending: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [ClockState] = [
        .unspecified,
        .following,
        .ahead,
        .jumpPending,
    ]

    package static var protoPrefix: String { "CLOCK_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "CLOCK_STATE_UNSPECIFIED"
        case .following: "CLOCK_STATE_FOLLOWING"
        case .ahead: "CLOCK_STATE_AHEAD"
        case .jumpPending: "CLOCK_STATE_JUMP_PENDING"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "CLOCK_STATE_UNSPECIFIED": self = .unspecified
        case "CLOCK_STATE_FOLLOWING": self = .following
        case "CLOCK_STATE_AHEAD": self = .ahead
        case "CLOCK_STATE_JUMP_PENDING": self = .jumpPending
        default: return nil
        }
    }
}
