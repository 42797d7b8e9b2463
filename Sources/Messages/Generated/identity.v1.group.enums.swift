// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

/// What a group gives.
package enum GroupState: MessageEnum {
    /// Not said.
    case unspecified
    /// What is given to it is given to its members.
    case active
    /// A tombstone: it has its name, and gives nothing to anybody (rule B3).
    case deleted
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .active
        case 2: self = .deleted
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .active: 1
        case .deleted: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [GroupState] = [
        .unspecified,
        .active,
        .deleted,
    ]

    package static var protoPrefix: String { "GROUP_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "GROUP_STATE_UNSPECIFIED"
        case .active: "GROUP_STATE_ACTIVE"
        case .deleted: "GROUP_STATE_DELETED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "GROUP_STATE_UNSPECIFIED": self = .unspecified
        case "GROUP_STATE_ACTIVE": self = .active
        case "GROUP_STATE_DELETED": self = .deleted
        default: return nil
        }
    }
}
