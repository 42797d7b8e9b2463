// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

/// What an account may do in a mailbox, in place of what its roles would have to have.
package enum MailboxGround: MessageEnum {
    /// Nothing does.
    case unspecified
    /// It changes who may use it: its owner under policy owner_grants (rule D5); whoever has set_up, under policy
    /// set_up_manages_access and with both system operations (rule D4).
    case manages
    /// It changes its settings: its owner, or whoever has set_up; with both system operations under policy
    /// setup_needs_operations (rule D10).
    case setsUp
    /// It can do something in it.
    case uses
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .manages
        case 2: self = .setsUp
        case 3: self = .uses
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .manages: 1
        case .setsUp: 2
        case .uses: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [MailboxGround] = [
        .unspecified,
        .manages,
        .setsUp,
        .uses,
    ]

    package static var protoPrefix: String { "MAILBOX_GROUND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "MAILBOX_GROUND_UNSPECIFIED"
        case .manages: "MAILBOX_GROUND_MANAGES"
        case .setsUp: "MAILBOX_GROUND_SETS_UP"
        case .uses: "MAILBOX_GROUND_USES"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "MAILBOX_GROUND_UNSPECIFIED": self = .unspecified
        case "MAILBOX_GROUND_MANAGES": self = .manages
        case "MAILBOX_GROUND_SETS_UP": self = .setsUp
        case "MAILBOX_GROUND_USES": self = .uses
        default: return nil
        }
    }
}

/// The kinds of callers a method can be for.
package enum AccessKind: MessageEnum {
    /// Not declared; a test refuses it.
    case unspecified
    /// An active account, by its session or by a caller trusted to name it, whose roles have all that is demanded.
    case account
    /// The owner of the account's organization (rule A2).
    case owner
    /// An operator's certificate.
    case `operator`
    /// Another service's certificate (or an operator's).
    case service
    /// Anybody the configuration lists: the call itself carries the proof.
    case caller
    /// Whoever shows a certificate that the authority signed, listed or not.
    case anyone
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .account
        case 2: self = .owner
        case 3: self = .`operator`
        case 4: self = .service
        case 5: self = .caller
        case 6: self = .anyone
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .account: 1
        case .owner: 2
        case .`operator`: 3
        case .service: 4
        case .caller: 5
        case .anyone: 6
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessKind] = [
        .unspecified,
        .account,
        .owner,
        .`operator`,
        .service,
        .caller,
        .anyone,
    ]

    package static var protoPrefix: String { "ACCESS_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_KIND_UNSPECIFIED"
        case .account: "ACCESS_KIND_ACCOUNT"
        case .owner: "ACCESS_KIND_OWNER"
        case .`operator`: "ACCESS_KIND_OPERATOR"
        case .service: "ACCESS_KIND_SERVICE"
        case .caller: "ACCESS_KIND_CALLER"
        case .anyone: "ACCESS_KIND_ANYONE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_KIND_UNSPECIFIED": self = .unspecified
        case "ACCESS_KIND_ACCOUNT": self = .account
        case "ACCESS_KIND_OWNER": self = .owner
        case "ACCESS_KIND_OPERATOR": self = .`operator`
        case "ACCESS_KIND_SERVICE": self = .service
        case "ACCESS_KIND_CALLER": self = .caller
        case "ACCESS_KIND_ANYONE": self = .anyone
        default: return nil
        }
    }
}

/// A level of the role matrix. Edit includes view.
package enum AccessLevel: MessageEnum {
    /// None.
    case unspecified
    /// Read.
    case view
    /// Change.
    case edit
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .view
        case 2: self = .edit
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .view: 1
        case .edit: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessLevel] = [
        .unspecified,
        .view,
        .edit,
    ]

    package static var protoPrefix: String { "ACCESS_LEVEL_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_LEVEL_UNSPECIFIED"
        case .view: "ACCESS_LEVEL_VIEW"
        case .edit: "ACCESS_LEVEL_EDIT"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_LEVEL_UNSPECIFIED": self = .unspecified
        case "ACCESS_LEVEL_VIEW": self = .view
        case "ACCESS_LEVEL_EDIT": self = .edit
        default: return nil
        }
    }
}

/// What it means to be refused with a reason: whether the log tells of it.
package enum RefusalKind: MessageEnum {
    /// Not declared; the generator refuses it.
    case unspecified
    /// A rule forbids it, to whoever has proved who they are: an event, with the reason.
    case rule
    /// Nobody has proved who asks. An event only where the method says so, as signing in does.
    case unproved
    /// The request is not what it should be, whatever it asks for.
    case form
    /// What the caller, or this server, knows is too old to go by.
    case freshness
    /// There is no room or no time for it now: disk, queue, load, deadline.
    case capacity
    /// It was not refused, it failed: a bug, a call that was cancelled or lost, a server that ends.
    case failure
    /// The server's configuration does not let this certificate do it, whoever is behind it: counted by the server, no event.
    case caller
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .rule
        case 2: self = .unproved
        case 3: self = .form
        case 4: self = .freshness
        case 5: self = .capacity
        case 6: self = .failure
        case 7: self = .caller
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .rule: 1
        case .unproved: 2
        case .form: 3
        case .freshness: 4
        case .capacity: 5
        case .failure: 6
        case .caller: 7
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [RefusalKind] = [
        .unspecified,
        .rule,
        .unproved,
        .form,
        .freshness,
        .capacity,
        .failure,
        .caller,
    ]

    package static var protoPrefix: String { "REFUSAL_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "REFUSAL_KIND_UNSPECIFIED"
        case .rule: "REFUSAL_KIND_RULE"
        case .unproved: "REFUSAL_KIND_UNPROVED"
        case .form: "REFUSAL_KIND_FORM"
        case .freshness: "REFUSAL_KIND_FRESHNESS"
        case .capacity: "REFUSAL_KIND_CAPACITY"
        case .failure: "REFUSAL_KIND_FAILURE"
        case .caller: "REFUSAL_KIND_CALLER"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "REFUSAL_KIND_UNSPECIFIED": self = .unspecified
        case "REFUSAL_KIND_RULE": self = .rule
        case "REFUSAL_KIND_UNPROVED": self = .unproved
        case "REFUSAL_KIND_FORM": self = .form
        case "REFUSAL_KIND_FRESHNESS": self = .freshness
        case "REFUSAL_KIND_CAPACITY": self = .capacity
        case "REFUSAL_KIND_FAILURE": self = .failure
        case "REFUSAL_KIND_CALLER": self = .caller
        default: return nil
        }
    }
}
