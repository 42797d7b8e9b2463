internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import RPC
internal import SQL

extension Identity {
    /// Of the password that a new account begins with; nil where it has none, and where it is only tried out: a hash is
    /// what a password costs, and nobody would ever ask for it.
    func firstPassword(_ password: String, field: String, validateOnly: Bool) async throws -> Credential? {
        if password.isEmpty { return nil }
        try PasswordPolicy.check(password, field: field)
        if validateOnly { return nil }
        return try await passwords.credential(for: password)
    }

    /// Whether it is the password; who guesses is slowed down (B9). Takes as long without a credential, and is then false.
    func proves(
        _ password: String, _ credential: Credential?, of addressKey: String, _ call: Call
    ) async throws -> Bool {
        let attempt = SignInAttempts.Key(addressKey: addressKey, source: call.source)
        let wait = attempts.begin(attempt, now: clock().earliest)
        if wait > 0 {
            let seconds = (wait + 999_999) / 1_000_000
            throw Refusal(
                .slowedDown, "too many wrong passwords; try again in \(seconds) s",
                details: ["retry_after_seconds": "\(seconds)"])
        }
        let isRight: Bool
        do {
            isRight = try await passwords.matches(password, credential)
        } catch {
            attempts.unchecked(attempt)
            throw error
        }
        if isRight { attempts.succeeded(attempt) } else { attempts.refused(attempt, now: clock().earliest) }
        return isRight
    }

    /// Refuses the repetition of a request that sets a first password when it comes with another one.
    ///
    /// Nothing quick to compute is stored of the password, so it is no part of the request's digest: it is held against
    /// the account's credential. `made`: what this request would have set; it is what stands there unless the request is
    /// a repetition. Once the password is another one, a repetition with the first is refused too.
    func requireSame(_ password: String, _ made: Credential?, of id: AccountID, _ call: Call) async throws {
        let (account, stored) = try await store.read { (try $0.account(id), try $0.credential(of: id)) }
        if password.isEmpty && stored == nil { return }
        if let made, made == stored { return }
        // Who has the invitation's token still guesses no faster than anybody else.
        guard !password.isEmpty, let account,
            try await proves(password, stored, of: EmailAddress.key(account.address), call)
        else { throw RequestReused() }
    }
}

extension Call {
    /// Where an attempt to guess a password comes from.
    var source: String {
        // Longer than any address of a machine: what is kept in memory must not grow with what is sent.
        peer.caller + "|" + (metadata(MetadataKey.personAddress)?.prefix(64).description ?? peer.address)
    }
}
