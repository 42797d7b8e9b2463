// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

/// Where an offer of ownership stands.
package enum OwnershipTransferState: MessageEnum {
    /// Not said.
    case unspecified
    /// It can be accepted, until it expires.
    case pending
    /// Ownership was transferred.
    case accepted
    /// By the administrator to whom it was made.
    case declined
    /// By the owner.
    case withdrawn
    /// Nobody accepted or declined it in time.
    case expired
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .pending
        case 2: self = .accepted
        case 3: self = .declined
        case 4: self = .withdrawn
        case 5: self = .expired
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .pending: 1
        case .accepted: 2
        case .declined: 3
        case .withdrawn: 4
        case .expired: 5
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [OwnershipTransferState] = [
        .unspecified,
        .pending,
        .accepted,
        .declined,
        .withdrawn,
        .expired,
    ]

    package static var protoPrefix: String { "OWNERSHIP_TRANSFER_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "OWNERSHIP_TRANSFER_STATE_UNSPECIFIED"
        case .pending: "OWNERSHIP_TRANSFER_STATE_PENDING"
        case .accepted: "OWNERSHIP_TRANSFER_STATE_ACCEPTED"
        case .declined: "OWNERSHIP_TRANSFER_STATE_DECLINED"
        case .withdrawn: "OWNERSHIP_TRANSFER_STATE_WITHDRAWN"
        case .expired: "OWNERSHIP_TRANSFER_STATE_EXPIRED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "OWNERSHIP_TRANSFER_STATE_UNSPECIFIED": self = .unspecified
        case "OWNERSHIP_TRANSFER_STATE_PENDING": self = .pending
        case "OWNERSHIP_TRANSFER_STATE_ACCEPTED": self = .accepted
        case "OWNERSHIP_TRANSFER_STATE_DECLINED": self = .declined
        case "OWNERSHIP_TRANSFER_STATE_WITHDRAWN": self = .withdrawn
        case "OWNERSHIP_TRANSFER_STATE_EXPIRED": self = .expired
        default: return nil
        }
    }
}
