// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

/// Which log.
package enum EventClass: MessageEnum {
    /// Never sent.
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
    /// A service.
    case service
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .account
        case 2: self = .`operator`
        case 3: self = .service
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .account: 1
        case .`operator`: 2
        case .service: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [EventActorKind] = [
        .unspecified,
        .account,
        .`operator`,
        .service,
    ]

    package static var protoPrefix: String { "EVENT_ACTOR_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "EVENT_ACTOR_KIND_UNSPECIFIED"
        case .account: "EVENT_ACTOR_KIND_ACCOUNT"
        case .`operator`: "EVENT_ACTOR_KIND_OPERATOR"
        case .service: "EVENT_ACTOR_KIND_SERVICE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "EVENT_ACTOR_KIND_UNSPECIFIED": self = .unspecified
        case "EVENT_ACTOR_KIND_ACCOUNT": self = .account
        case "EVENT_ACTOR_KIND_OPERATOR": self = .`operator`
        case "EVENT_ACTOR_KIND_SERVICE": self = .service
        default: return nil
        }
    }
}
