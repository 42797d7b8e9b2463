// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

/// Which log: each is a tree of its own.
package enum EventClass: MessageEnum {
    /// Never sent in an event; in a request it is AUDIT.
    case unspecified
    /// Changed, decided, read.
    case audit
    /// Who sent or opened what, as whom.
    case communication
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .audit
        case 2: self = .communication
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .audit: 1
        case .communication: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventClass] = [
        .unspecified,
        .audit,
        .communication,
    ]

    package static var protoPrefix: String { "EVENT_CLASS_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_CLASS_UNSPECIFIED"
        case .audit: "EVENT_CLASS_AUDIT"
        case .communication: "EVENT_CLASS_COMMUNICATION"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_CLASS_UNSPECIFIED": self = .unspecified
        case "EVENT_CLASS_AUDIT": self = .audit
        case "EVENT_CLASS_COMMUNICATION": self = .communication
        default: return nil
        }
    }
}
