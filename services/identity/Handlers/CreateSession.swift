internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension SessionHandler {
    /// Signs in with a password (B9).
    ///
    /// A wrong password, an unknown address, a suspended account, one without a password and a functional one get the
    /// same answer after the same work: one hash, and one event or its count.
    func createSession(_ request: CreateSessionRequest, _ call: Call) throws(Status) -> Answer<CreateSessionResponse> {
        .later { [identity] in
            try await answering { try await identity.createSession(request, call) }
        }
    }
}

extension Identity {
    private static let wrong = Refusal(.wrongCredentials, "the address or the password is wrong")

    fileprivate func createSession(_ request: CreateSessionRequest, _ call: Call) async throws -> CreateSessionResponse {
        let addressKey = EmailAddress.key(request.address)
        let known = try await store.read { connection -> (account: Account, credential: Credential?)? in
            guard let account = try connection.account(addressKey: addressKey) else { return nil }
            return (account, try connection.credential(of: AccountID(account.id)))
        }
        let mayHaveSession = known?.account.mayHaveSession ?? false
        let isRight: Bool
        do {
            // By whichever of its addresses: a hundred aliases are no hundred times as many attempts.
            let key = known.map { EmailAddress.key($0.account.asciiAddress) } ?? addressKey
            isRight = try await proves(request.password, mayHaveSession ? known?.credential : nil, of: key, call)
        } catch let refusal as Refusal where refusal.code == .slowedDown {
            await recordRefusal(known?.account, EventDecision(Status(refusal)), call)
            throw refusal
        }
        guard isRight, let known else {
            await recordRefusal(known?.account, call)
            throw Self.wrong
        }
        do {
            return try await begin(known.account, known.credential, request.occurrence, call)
        } catch let refusal as Refusal {
            let id = AccountID(known.account.id)
            await recordRefusal((try? await store.read { try $0.account(id) }) ?? known.account, call)
            throw refusal
        }
    }

    private func begin(
        _ account: Account, _ credential: Credential?, _ occurrence: Occurrence, _ call: Call
    ) async throws -> CreateSessionResponse {
        let token = SecretToken.make(random)
        let hash = SecretToken.hash(token)
        let lifetime = lifetimes.session
        var occurrence = occurrence
        occurrence.target.subjectId = account.id
        occurrence.actor = EventActor(account: account, authenticatedBy: "password")
        let draft = events.draft(call, nil, occurrence)
        let id = AccountID(account.id)
        let written = try await store.write { [index, clock] tx -> (account: Account, session: StoredSession) in
            // Meanwhile it may have been suspended, or its password changed.
            guard let account = try tx.account(id), account.mayHaveSession,
                try tx.credential(of: id) == credential
            else { throw Self.wrong }
            let session = StoredSession(tokenHash: hash, account: id, expireTime: tx.now + lifetime, useTime: tx.now)
            let ended = try tx.insert(session)
            var event = draft
            event.organizationID = account.organizationId
            if !ended.isEmpty { event.change("ended_sessions", from: "", to: "\(ended.count)") }
            try tx.event(event.encoded(at: tx.now).bytes, .session)
            tx.afterCommit {
                for hash in ended { index.removeSession(hash) }
                index.add(session, revision: account.revision, now: clock().earliest)
            }
            return (account, session)
        }
        let (stored, session) = written.value
        await acknowledged(written.position)
        return CreateSessionResponse(
            sessionToken: token, account: stored, expireTime: Timestamp(microsecondsSince1970: session.expireTime))
    }

    /// The log learns why; the caller does not.
    private func recordRefusal(_ account: Account?, _ call: Call) async {
        let why =
            switch account?.state {
            case nil: EventReason.noSuchAddress
            case .active: EventReason.wrongPassword
            default: EventReason.mayNotSignIn
            }
        await recordRefusal(account, EventDecision(why), call)
    }

    /// In the log of the account's organization, and without an account in the installation's. An address that nobody has is
    /// not written down.
    ///
    /// How many are written one by one is bounded by where they come from and not by whose they are: an event takes longer
    /// than a count, and so an address that nobody has would answer sooner than one that somebody has.
    private func recordRefusal(_ account: Account?, _ decision: EventDecision, _ call: Call) async {
        let whose = account ?? Account()
        await mutator.recordRefusal(
            call,
            AuthorizedAccount(
                accountID: whose.id, organizationID: whose.organizationId,
                roleIDs: whose.roleIds, owner: whose.owner, authenticatedBy: "password"),
            Occurrence(.sessionRefused, "session", subject: whose.id), decision, source: call.source)
    }
}

extension Account {
    /// B1: active, and a person.
    fileprivate var mayHaveSession: Bool { state == .active && accountType != .functional }
}
