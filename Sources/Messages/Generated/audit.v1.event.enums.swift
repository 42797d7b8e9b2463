// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

/// How it ended.
package enum EventOutcome: MessageEnum {
    /// Never sent.
    case unspecified
    /// Done.
    case succeeded
    /// Denied.
    case denied
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .succeeded
        case 2: self = .denied
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .succeeded: 1
        case .denied: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventOutcome] = [
        .unspecified,
        .succeeded,
        .denied,
    ]

    package static var protoPrefix: String { "EVENT_OUTCOME_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_OUTCOME_UNSPECIFIED"
        case .succeeded: "EVENT_OUTCOME_SUCCEEDED"
        case .denied: "EVENT_OUTCOME_DENIED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_OUTCOME_UNSPECIFIED": self = .unspecified
        case "EVENT_OUTCOME_SUCCEEDED": self = .succeeded
        case "EVENT_OUTCOME_DENIED": self = .denied
        default: return nil
        }
    }
}

/// What an actor is.
package enum EventActorKind: MessageEnum {
    /// Never sent.
    case unspecified
    /// An account.
    case account
    /// An operator.
    case `operator`
    /// A service, by its certificate.
    case service
    /// The service that tells it, without a call: what time does.
    case system
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .account
        case 2: self = .`operator`
        case 3: self = .service
        case 4: self = .system
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .account: 1
        case .`operator`: 2
        case .service: 3
        case .system: 4
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventActorKind] = [
        .unspecified,
        .account,
        .`operator`,
        .service,
        .system,
    ]

    package static var protoPrefix: String { "EVENT_ACTOR_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_ACTOR_KIND_UNSPECIFIED"
        case .account: "EVENT_ACTOR_KIND_ACCOUNT"
        case .`operator`: "EVENT_ACTOR_KIND_OPERATOR"
        case .service: "EVENT_ACTOR_KIND_SERVICE"
        case .system: "EVENT_ACTOR_KIND_SYSTEM"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_ACTOR_KIND_UNSPECIFIED": self = .unspecified
        case "EVENT_ACTOR_KIND_ACCOUNT": self = .account
        case "EVENT_ACTOR_KIND_OPERATOR": self = .`operator`
        case "EVENT_ACTOR_KIND_SERVICE": self = .service
        case "EVENT_ACTOR_KIND_SYSTEM": self = .system
        default: return nil
        }
    }
}

/// Reasons that the log is told and a caller is not.
package enum EventReason: MessageEnum {
    /// Never sent.
    case unspecified
    /// A sign-in with an address that no account has.
    case noSuchAddress
    /// A sign-in with a wrong password.
    case wrongPassword
    /// A sign-in to an account that may have no session.
    case mayNotSignIn
    /// The wall clock is behind the time that decisions go by, which goes slower until they meet.
    case clockBehind
    /// The wall clock is more than an hour ahead, and waits for an operator.
    case clockJumpPending
    /// A jump was accepted when another waited, or none.
    case clockJumpGone
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .noSuchAddress
        case 2: self = .wrongPassword
        case 3: self = .mayNotSignIn
        case 4: self = .clockBehind
        case 5: self = .clockJumpPending
        case 6: self = .clockJumpGone
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .noSuchAddress: 1
        case .wrongPassword: 2
        case .mayNotSignIn: 3
        case .clockBehind: 4
        case .clockJumpPending: 5
        case .clockJumpGone: 6
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventReason] = [
        .unspecified,
        .noSuchAddress,
        .wrongPassword,
        .mayNotSignIn,
        .clockBehind,
        .clockJumpPending,
        .clockJumpGone,
    ]

    package static var protoPrefix: String { "EVENT_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_REASON_UNSPECIFIED"
        case .noSuchAddress: "EVENT_REASON_NO_SUCH_ADDRESS"
        case .wrongPassword: "EVENT_REASON_WRONG_PASSWORD"
        case .mayNotSignIn: "EVENT_REASON_MAY_NOT_SIGN_IN"
        case .clockBehind: "EVENT_REASON_CLOCK_BEHIND"
        case .clockJumpPending: "EVENT_REASON_CLOCK_JUMP_PENDING"
        case .clockJumpGone: "EVENT_REASON_CLOCK_JUMP_GONE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_REASON_UNSPECIFIED": self = .unspecified
        case "EVENT_REASON_NO_SUCH_ADDRESS": self = .noSuchAddress
        case "EVENT_REASON_WRONG_PASSWORD": self = .wrongPassword
        case "EVENT_REASON_MAY_NOT_SIGN_IN": self = .mayNotSignIn
        case "EVENT_REASON_CLOCK_BEHIND": self = .clockBehind
        case "EVENT_REASON_CLOCK_JUMP_PENDING": self = .clockJumpPending
        case "EVENT_REASON_CLOCK_JUMP_GONE": self = .clockJumpGone
        default: return nil
        }
    }
}

/// What should be noticed in an event.
package enum EventFlag: MessageEnum {
    /// Never sent.
    case unspecified
    /// An administrator granted something to themselves (rule D20).
    case selfGrant
    /// It left only one active Full admin (rule C7).
    case lastFullAdmin
    /// It was only tried out (rule D26).
    case validateOnly
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .selfGrant
        case 2: self = .lastFullAdmin
        case 3: self = .validateOnly
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .selfGrant: 1
        case .lastFullAdmin: 2
        case .validateOnly: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventFlag] = [
        .unspecified,
        .selfGrant,
        .lastFullAdmin,
        .validateOnly,
    ]

    package static var protoPrefix: String { "EVENT_FLAG_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_FLAG_UNSPECIFIED"
        case .selfGrant: "EVENT_FLAG_SELF_GRANT"
        case .lastFullAdmin: "EVENT_FLAG_LAST_FULL_ADMIN"
        case .validateOnly: "EVENT_FLAG_VALIDATE_ONLY"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_FLAG_UNSPECIFIED": self = .unspecified
        case "EVENT_FLAG_SELF_GRANT": self = .selfGrant
        case "EVENT_FLAG_LAST_FULL_ADMIN": self = .lastFullAdmin
        case "EVENT_FLAG_VALIDATE_ONLY": self = .validateOnly
        default: return nil
        }
    }
}
