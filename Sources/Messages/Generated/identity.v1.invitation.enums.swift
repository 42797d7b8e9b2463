// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

/// Where an invitation stands (rule A5).
package enum InvitationState: MessageEnum {
    /// Not said.
    case unspecified
    /// It waits.
    case invited
    /// It was accepted.
    case accepted
    /// Who was invited does not want to.
    case declined
    /// Its time was over first.
    case expired
    /// It was taken back, or its account was deleted.
    case withdrawn
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .invited
        case 2: self = .accepted
        case 3: self = .declined
        case 4: self = .expired
        case 5: self = .withdrawn
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .invited: 1
        case .accepted: 2
        case .declined: 3
        case .expired: 4
        case .withdrawn: 5
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [InvitationState] = [
        .unspecified,
        .invited,
        .accepted,
        .declined,
        .expired,
        .withdrawn,
    ]

    package static var protoPrefix: String { "INVITATION_STATE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "INVITATION_STATE_UNSPECIFIED"
        case .invited: "INVITATION_STATE_INVITED"
        case .accepted: "INVITATION_STATE_ACCEPTED"
        case .declined: "INVITATION_STATE_DECLINED"
        case .expired: "INVITATION_STATE_EXPIRED"
        case .withdrawn: "INVITATION_STATE_WITHDRAWN"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "INVITATION_STATE_UNSPECIFIED": self = .unspecified
        case "INVITATION_STATE_INVITED": self = .invited
        case "INVITATION_STATE_ACCEPTED": self = .accepted
        case "INVITATION_STATE_DECLINED": self = .declined
        case "INVITATION_STATE_EXPIRED": self = .expired
        case "INVITATION_STATE_WITHDRAWN": self = .withdrawn
        default: return nil
        }
    }
}
