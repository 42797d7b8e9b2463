package import Messages
package import RPC

/// Judges the account behind a call against the access that the method declares.
///
/// Two real implementations: identity judges in process, the other two ask identity's
/// AuthorizationService. Handlers know neither.
package protocol Authorizer: Sendable {
    /// Who the account is, when it may. `access`: what this request needs (`Call.access(for:)`). `organization` is that of the thing to be touched; nil is the account's own.
    /// `unit` is the organizational unit that it belongs to, or is; empty for none, and where the authorizer knows it by the target.
    /// `target` is the thing, as far as the request names it, and the owner of its mailbox where that is known: for what
    /// is the account's own it may need less.
    ///
    /// Throws UNAUTHENTICATED when the call names no account or its session is over, PERMISSION_DENIED
    /// with the scopes, the levels needed and the levels held (rule C15).
    func authorize(
        _ call: Call, _ access: Access, organization: String?, unit: String, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount
}

extension Authorizer {
    /// For what is nobody's own.
    package func authorize(_ call: Call, _ access: Access, organization: String?) async throws(Status) -> AuthorizedAccount {
        try await authorize(call, access, organization: organization, touching: EventTarget())
    }

    /// For what is in no unit, or whose unit the authorizer knows.
    package func authorize(
        _ call: Call, _ access: Access, organization: String?, touching target: EventTarget
    ) async throws(Status) -> AuthorizedAccount {
        try await authorize(call, access, organization: organization, unit: "", touching: target)
    }
}

/// An account that may do what the call asks.
package struct AuthorizedAccount: Sendable, Equatable {
    package var accountID: String
    package var organizationID: String
    /// The roles that counted, as `rol_support`, in order: those for the whole organization and for where the
    /// target stands.
    package var roleIDs: [String]
    /// For the whole organization (C5).
    package var fullAdmin: Bool
    package var owner: Bool
    /// The most that the roles have of each demand of the method, in its order (C15). Empty: not known.
    package var held: [AccessLevel]
    /// `session`, or `caller` when a trusted caller named the account.
    package var authenticatedBy: String
    /// The denial that its roles earn it, where the method says that what it may do in the mailbox can stand in for them
    /// (`Access.orMailbox`). Whoever gets such an account judges that, and else throws this. Nil: its roles are enough.
    package var lacking: Status?

    package init(
        accountID: String, organizationID: String, roleIDs: [String] = [], fullAdmin: Bool = false, owner: Bool = false,
        held: [AccessLevel] = [], authenticatedBy: String, lacking: Status? = nil
    ) {
        self.lacking = lacking
        self.accountID = accountID
        self.organizationID = organizationID
        self.roleIDs = roleIDs
        self.fullAdmin = fullAdmin
        self.owner = owner
        self.held = held
        self.authenticatedBy = authenticatedBy
    }

    /// What identity has answered.
    package init(_ answer: AuthorizeResponse, authenticatedBy: String) {
        self.init(
            accountID: answer.accountId, organizationID: answer.organizationId, roleIDs: answer.roleIds,
            fullAdmin: answer.fullAdmin, owner: answer.owner, held: answer.held, authenticatedBy: authenticatedBy)
    }
}

extension Call {
    /// What the method and the values of this request demand together.
    package func access(for request: some LoggedRequest) -> Access { method.access.demanding(request.demandsNamed) }

    /// The operator behind a call of a method that is for accounts, and for operators without one (`Access.orOperator`).
    package var operatorCaller: OperatorCaller? {
        get { identity as? OperatorCaller }
        set { identity = newValue }
    }

    /// Whom an authorizer judged, also when it refused: a denial is logged with who was denied, in their organization.
    package var judged: AuthorizedAccount? {
        get { identity as? AuthorizedAccount }
        set { identity = newValue }
    }
}

/// An operator who acts for no account. What it may touch is the installation's own.
package struct OperatorCaller: Sendable, Equatable {
    /// The certificate's.
    package let uri: String

    package init(uri: String) { self.uri = uri }
}

/// Keys of the metadata that a call can carry.
package enum MetadataKey {
    /// A session's token.
    package static let session = "mandate-session"
    /// The account that a trusted caller acts for.
    package static let account = "mandate-account"
    /// The address of the person behind a trusted caller that serves many, as that caller sees it. It parts the counts
    /// of wrong passwords, so that one person's guessing does not slow another down.
    package static let personAddress = "mandate-person-address"
    /// W3C trace context.
    package static let traceparent = "traceparent"
}

extension Status {
    /// The call names no account.
    package static var accountRequired: Status {
        Status(
            .unauthenticated, .accountRequired,
            "this method needs an account: send the metadata mandate-session, or mandate-account from a caller trusted to act for accounts"
        )
    }
}
