internal import MailboxDomain
internal import Messages
internal import RPC
internal import SQL

// The one table from what went wrong to what the caller sees.

extension Status {
    /// Also for what the caller may not know of: in the same words as identity's (rule D28).
    static let notFound = Status(
        .notFound, .notFound, "no such thing, or not one the account may know of")

    static let stale = Status(
        .unavailable, .stale, "this server's view is too old to decide; ask again")

    static let loading = Status(
        .unavailable, .loading, "this server is still loading; ask again")

    static let stopped = Status(
        .unavailable, .stopped, "this server cannot rely on what it holds, and ends; ask again")

    static func missing(_ field: String) -> Status {
        Status(
            .invalidArgument, .missingField, "\(field) is missing",
            metadata: ["field": field])
    }

    static func invalid(_ field: String, _ why: String) -> Status {
        Status(
            .invalidArgument, .invalidField, "\(field): \(why)", metadata: ["field": field])
    }

    static func taken(_ field: String) -> Status {
        Status(.alreadyExists, .alreadyExists, "\(field) is taken", metadata: ["field": field])
    }

    static let notRegistered = Status(
        .failedPrecondition, .notRegistered, "the mailbox is there with its account: it has no owner, name or end of its own")

    /// `missing` names them as identity's contract does, with a comma between (D10).
    static func operationsMissing(_ missing: [MailboxDomain.SystemOperation]) -> Status {
        let names = missing.map(\.name).joined(separator: ",")
        return Status(
            .permissionDenied, .operationsMissing, "both system operations are needed; the account lacks \(names)",
            metadata: ["missing": names])
    }

    init(_ refusal: OwnerRefusal) {
        switch refusal {
        case .noSuchAccount: self = .notFound
        case .wrongState(let state):
            self.init(
                .failedPrecondition, .wrongState, "the account is \(state): it cannot own a mailbox",
                metadata: ["state": "\(state)"])
        case .functional:
            self.init(.failedPrecondition, .wrongType, "a functional account does nothing, so it owns no mailbox")
        }
    }

    static func tooLong(_ field: String, _ limit: String) -> Status {
        Status(
            .invalidArgument, .tooLong, "\(field) has at most \(limit)",
            metadata: ["field": field])
    }

    init(_ refusal: GrantRefusal) {
        switch refusal {
        case .endsBeforeItBegins: self = .invalid("expire_time", "the grant would end before it begins")
        case .endsInThePast: self = .invalid("expire_time", "the grant would have ended already")
        case .noSuchMailbox, .noSuchGrantee: self = .notFound
        case .crossOrganization:
            self.init(
                .invalidArgument, .crossOrganization, "mailbox and grantee belong to different organizations")
        case .selfGrant:
            self.init(
                .failedPrecondition, .selfGrant, "the mailbox is the grantee's own")
        case .administratorGuarded:
            self.init(
                .failedPrecondition, .administratorGuarded,
                "no group is given an administrator's own mailbox: whoever may add its members could open it")
        case .wrongState(let state):
            self.init(
                .failedPrecondition, .wrongState, "the grantee is \(state)",
                metadata: ["state": "\(state)"])
        case .functionalGrantee:
            self.init(
                .failedPrecondition, .wrongType, "a functional account does nothing, so it is given nothing")
        case .foldersWithoutOpen:
            self.init(
                .invalidArgument, .foldersWithoutOpen, "folders limit what is opened, and the right to open is not given")
        case .unsupportedSet:
            self.init(
                .failedPrecondition, .unsupported, "the organization gives open and send of a whole mailbox, or nothing",
                metadata: ["policy": "all_or_nothing"])
        case .senderUnsupported:
            self.init(
                .failedPrecondition, .unsupported, "the organization shows no sender but the mailbox",
                metadata: ["policy": "no_displayed_sender"])
        case .ownerPlan(let plan, let plans):
            self.init(
                .failedPrecondition, .ownerPlan, "the owner of the mailbox has none of the plans that sharing takes",
                metadata: ["plan": plan ?? "", "plans": plans.joined(separator: " ")])
        case .noCommonGroup:
            self.init(.failedPrecondition, .noCommonGroup, "the owner of the mailbox and the grantee share no group")
        }
    }

    static let fullAdminOnly = Status(
        .permissionDenied, .fullAdminOnly,
        "only a Full admin changes delegations of another administrator's own mailbox")

    /// The status for any error that a caller can act on; nil for one that only the server's log may see.
    init?(_ error: any Error) {
        switch error {
        case let status as Status: self = status
        case let refusal as GrantRefusal: self.init(refusal)
        case let refusal as OwnerRefusal: self.init(refusal)
        default: self.init(storage: error)
        }
    }
}

/// Runs `body`; what it throws is thrown as the status it earns, where it earns one.
func answering<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch {
        throw Status(error) ?? error
    }
}

extension MailboxDomain.SystemOperation {
    fileprivate var name: String {
        switch self {
        case .sharedAccountSetup: "shared_account_setup"
        case .sharedMailboxSynchronization: "shared_mailbox_synchronization"
        }
    }
}
