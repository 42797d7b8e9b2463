package import Messages
package import RPC

/// Judges the account behind a call against the method's declared scope and level.
///
/// Two real implementations: identity judges in process, the other two ask identity's
/// AuthorizationService. Handlers know neither.
package protocol Authorizer: Sendable {
    /// Who the account is, when it may. `organization` is that of the thing to be touched; nil is the account's own.
    ///
    /// Throws UNAUTHENTICATED when the call names no account or its session is over, PERMISSION_DENIED
    /// with the scope, the level needed and the level held (rule C15).
    func authorize(_ call: Call, organization: String?) async throws(Status) -> AuthorizedAccount
}

/// An account that may do what the call asks.
package struct AuthorizedAccount: Sendable, Equatable {
    package var accountID: String
    package var organizationID: String
    package var role: Role
    package var owner: Bool
    /// `session`, or `caller` when a trusted caller named the account.
    package var authenticatedBy: String

    package init(
        accountID: String, organizationID: String, role: Role, owner: Bool, authenticatedBy: String
    ) {
        self.accountID = accountID
        self.organizationID = organizationID
        self.role = role
        self.owner = owner
        self.authenticatedBy = authenticatedBy
    }
}

extension Call {
    /// Whom an authorizer judged, also when it refused: a denial is logged with who was denied, in their organization.
    package var judged: AuthorizedAccount? {
        get { identity as? AuthorizedAccount }
        set { identity = newValue }
    }
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
    /// The account's role lacks what the method needs (rule C15).
    package static func roleLacksScope(_ access: Access, held: AccessLevel, role: Role) -> Status {
        let heldName = held == .unspecified ? "none" : held.shortName.lowercased()
        let needed = access.level.shortName.lowercased()
        return Status(
            .permissionDenied, .roleLacksScope,
            "needs \(access.scope): \(needed); the account's role has \(heldName)",
            metadata: [
                "scope": access.scope, "needed": needed, "held": heldName,
                "role": role == .unspecified ? "none" : role.shortName.lowercased(),
            ])
    }

    /// The call names no account.
    package static var accountRequired: Status {
        Status(
            .unauthenticated, .accountRequired,
            "this method needs an account: send the metadata mandate-session, or mandate-account from a caller trusted to act for accounts"
        )
    }
}

extension Status {
    /// A denial of identity's AuthorizationService, as the error that the method's caller sees.
    package static func denied(_ answer: AuthorizeResponse, access: Access) -> Status {
        switch answer.reason {
        case .roleLacksScope, .unknownScope, .unspecified, .unrecognized:
            roleLacksScope(access, held: answer.held, role: answer.role)
        case .sessionInvalid:
            Status(.unauthenticated, .sessionInvalid, "the session is unknown or over; sign in again")
        case .noSuchAccount:
            Status(.unauthenticated, .accountRequired, "no such account may act")
        case .accountNotActive:
            Status(
                .permissionDenied, .wrongState, "the acting account is not active",
                metadata: ["account": answer.accountId])
        case .otherOrganization:
            // Exactly what an id that does not exist answers (rule D28).
            Status(.notFound, .notFound, "no such thing, or not one the account may know of")
        }
    }
}
