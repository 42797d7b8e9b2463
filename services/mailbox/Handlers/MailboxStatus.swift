internal import MailboxDomain
internal import Messages
internal import RPC
internal import SQL

// The one table from what went wrong to what the caller sees.

extension Status {
    static let mailboxDomain = "mandate.mailbox"

    /// Also for what the caller may not know of: in the same words as identity's (rule D28).
    static let notFound = Status(
        .notFound, .notFound, "no such thing, or not one the account may know of", domain: mailboxDomain)

    static let stale = Status(
        .unavailable, .stale, "this server's view is too old to decide; ask again", domain: mailboxDomain)

    static let loading = Status(
        .unavailable, .loading, "this server is still loading; ask again", domain: mailboxDomain)

    static let stopped = Status(
        .unavailable, .stopped, "this server cannot rely on what it holds, and ends; ask again", domain: mailboxDomain)

    static func missing(_ field: String) -> Status {
        Status(
            .invalidArgument, .missingField, "\(field) is missing", domain: mailboxDomain,
            metadata: ["field": field])
    }

    static func invalid(_ field: String, _ why: String) -> Status {
        Status(
            .invalidArgument, .invalidField, "\(field): \(why)", domain: mailboxDomain, metadata: ["field": field])
    }

    static func tooLong(_ field: String, _ limit: String) -> Status {
        Status(
            .invalidArgument, .tooLong, "\(field) has at most \(limit)", domain: mailboxDomain,
            metadata: ["field": field])
    }

    init(_ refusal: GrantRefusal) {
        switch refusal {
        case .noRights: self = .missing("rights")
        case .endsBeforeItBegins: self = .invalid("expire_time", "the grant would end before it begins")
        case .endsInThePast: self = .invalid("expire_time", "the grant would have ended already")
        case .noSuchMailbox, .noSuchGrantee: self = .notFound
        case .crossOrganization:
            self.init(
                .invalidArgument, .crossOrganization, "mailbox and grantee belong to different organizations",
                domain: Self.mailboxDomain)
        case .selfGrant:
            self.init(
                .failedPrecondition, .selfGrant, "the mailbox is the grantee's own", domain: Self.mailboxDomain)
        case .wrongState(let state):
            self.init(
                .failedPrecondition, .wrongState, "the grantee is \(state)", domain: Self.mailboxDomain,
                metadata: ["state": "\(state)"])
        case .functionalGrantee:
            self.init(
                .failedPrecondition, .wrongType, "a functional account does nothing, so it is given nothing",
                domain: Self.mailboxDomain)
        }
    }

    static let fullAdminOnly = Status(
        .permissionDenied, .fullAdminOnly,
        "only a Full admin changes delegations of another administrator's own mailbox", domain: mailboxDomain)

    /// The status for any error that a caller can act on; nil for one that only the server's log may see.
    init?(_ error: any Error) {
        switch error {
        case let status as Status: self = status
        case let refusal as GrantRefusal: self.init(refusal)
        default: self.init(storage: error, domain: Self.mailboxDomain)
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
