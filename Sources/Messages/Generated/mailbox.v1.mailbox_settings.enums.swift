// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

/// Whether a mailbox is shared.
package enum SharedAccess: MessageEnum {
    /// As it began.
    case unspecified
    /// It is.
    case on
    /// Nobody but its owner has any right in it.
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

    package static let allCases: [SharedAccess] = [
        .unspecified,
        .on,
        .off,
    ]

    package static var protoPrefix: String { "SHARED_ACCESS_" }

    package var protoName: String {
        switch self {
        case .unspecified: "SHARED_ACCESS_UNSPECIFIED"
        case .on: "SHARED_ACCESS_ON"
        case .off: "SHARED_ACCESS_OFF"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "SHARED_ACCESS_UNSPECIFIED": self = .unspecified
        case "SHARED_ACCESS_ON": self = .on
        case "SHARED_ACCESS_OFF": self = .off
        default: return nil
        }
    }
}
