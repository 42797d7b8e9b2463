internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC
internal import SQL

extension SessionHandler {
    /// Signs in with a password (B9).
    ///
    /// A wrong password, an unknown address, a suspended account, one without a password and a functional one get the
    /// same answer after the same work: one hash and one event.
    func createSession(_ request: CreateSessionRequest, _ call: Call) throws(Status) -> Answer<CreateSessionResponse> {
        .later { [identity] in
            try await answering { try await identity.createSession(request, call) }
        }
    }
}

extension Identity {
    private static let wrong = Refusal(.wrongCredentials, "the address or the password is wrong")
    /// More than any password that could be set; what is longer is not hashed.
    private static let passwordBytesMax = 1024

    fileprivate func createSession(_ request: CreateSessionRequest, _ call: Call) async throws -> CreateSessionResponse {
        try Field.required(request.address, "address", max: 254)
        if request.password.isEmpty { throw Refusal.missing("password") }
        if request.password.utf8.count > Self.passwordBytesMax { throw Refusal.tooLong("password", "1024 bytes") }

        let addressKey = EmailAddress.key(request.address)
        let attempt = SignInAttempts.Key(addressKey: addressKey, source: call.source)
        let wait = attempts.begin(attempt, now: clock())
        if wait > 0 {
            let seconds = (wait + 999_999) / 1_000_000
            throw Refusal(
                .slowedDown, "too many wrong passwords; try again in \(seconds) s",
                details: ["retry_after_seconds": "\(seconds)"])
        }
        let known = try await store.read { connection -> (account: Account, credential: Credential?)? in
            guard let account = try connection.account(addressKey: addressKey) else { return nil }
            return (account, try connection.credential(of: AccountID(account.id)))
        }
        let isRight: Bool
        do {
            isRight = try await passwords.matches(request.password, known?.credential)
        } catch {
            attempts.unchecked(attempt)
            throw error
        }
        guard isRight, let known, known.account.mayHaveSession else {
            attempts.refused(attempt, now: clock())
            try await recordRefusal(known?.account, call)
            throw Self.wrong
        }
        let answer = try await begin(known.account, known.credential, call)
        attempts.succeeded(attempt)
        return answer
    }

    private func begin(
        _ account: Account, _ credential: Credential?, _ call: Call
    ) async throws -> CreateSessionResponse {
        let token = SecretToken.make(random)
        let hash = SecretToken.hash(token)
        let lifetime = lifetimes.session
        let draft = events.draft(
            call, nil,
            Occurrence(
                "session.created", "session", subject: account.id,
                actor: Actor(account: account, authenticatedBy: "password")))
        let id = AccountID(account.id)
        let written = try await store.write { tx -> (account: Account, session: StoredSession) in
            // Meanwhile it may have been suspended, or its password changed.
            guard let account = try tx.account(id), account.mayHaveSession,
                try tx.credential(of: id) == credential
            else { throw Self.wrong }
            let session = StoredSession(tokenHash: hash, account: id, expiresAt: tx.now + lifetime)
            try tx.insert(session)
            var event = draft
            event.organizationID = account.organizationId
            try tx.event(event.encoded(at: tx.now))
            return (account, session)
        }
        let (stored, session) = written.value
        index.add(session, revision: stored.revision, now: clock())
        await acknowledged(written.position)
        return CreateSessionResponse(
            sessionToken: token, account: stored, expiresAt: Timestamp(microsecondsSince1970: session.expiresAt))
    }

    /// The log learns why; the caller does not. An address that nobody has is not written down.
    private func recordRefusal(_ account: Account?, _ call: Call) async throws {
        let why =
            switch account?.state {
            case nil: "no such address"
            case .active: "wrong password"
            default: "the account may not sign in"
            }
        let whose = account ?? Account()
        try await recordDenial(
            call,
            AuthorizedAccount(
                accountID: whose.id, organizationID: whose.organizationId, role: whose.role, owner: whose.owner,
                authenticatedBy: "password"),
            Occurrence("session.refused", "session", subject: whose.id),
            Status(.unauthenticated, .wrongCredentials, why))
    }
}

extension Account {
    /// B1: active, and a person.
    fileprivate var mayHaveSession: Bool { state == .active && type != .functional }
}

extension Call {
    /// Where an attempt to sign in comes from.
    fileprivate var source: String {
        // Longer than any address of a machine: what is kept in memory must not grow with what is sent.
        peer.caller + "|" + (metadata(MetadataKey.personAddress)?.prefix(64).description ?? peer.address)
    }
}
