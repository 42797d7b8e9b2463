import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct SessionTests {
    private func end(_ session: String, in installation: Installation) async throws(Status) {
        _ = try await installation.call(SessionServiceMethods.deleteSession, DeleteSessionRequest(), session: session)
    }

    @Test("B9 a session stands for its account until it is ended")
    func session() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let first = try await installation.signIn(acme.owner, password)
        let second = try await installation.signIn(acme.owner, password)
        #expect(first.account == acme.owner)
        #expect(first.sessionToken != second.sessionToken)
        #expect(first.expireTime?.microsecondsSince1970 == installation.now + 12 * 3600 * 1_000_000)
        let judged = try await installation.authorize(.sessionToken(first.sessionToken), "delegations", .edit)
        #expect(judged.allowed && judged.accountId == acme.owner.id)
        let read = try await installation.call(
            OrganizationServiceMethods.getOrganization, GetOrganizationRequest(organizationId: acme.id),
            session: first.sessionToken)
        #expect(read.organization?.id == acme.id)
        try await end(first.sessionToken, in: installation)
        #expect(try await installation.authorize(.sessionToken(first.sessionToken)).reason == .sessionInvalid)
        #expect(try await installation.authorize(.sessionToken(second.sessionToken)).allowed)
        #expect(
            await failure { () throws(Status) in try await end(first.sessionToken, in: installation) }?.reason == .sessionInvalid)
        let named = await failure { () throws(Status) in
            try await installation.call(SessionServiceMethods.deleteSession, DeleteSessionRequest(), as: acme.owner)
        }
        #expect(named?.reason == .sessionInvalid)
    }

    @Test("B9 an account has at most 100 sessions: the oldest ends when one more begins, also behind a restart")
    func atMost() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let other = try await installation.member("jo", of: acme, password: password)
        let others = try await installation.signIn(other, password).sessionToken
        var sessions: [String] = []
        for _ in 0..<101 {
            installation.advance(seconds: 1)
            sessions.append(try await installation.signIn(acme.owner, password).sessionToken)
        }
        for installation in [installation, try await Installation(after: installation)] {
            #expect(try await installation.authorize(.sessionToken(sessions[0])).reason == .sessionInvalid)
            for session in sessions.dropFirst() + [others] {
                #expect(try await installation.authorize(.sessionToken(session)).allowed)
            }
        }
        let told = try await installation.events().filter { $0.action == "session.created" }.map(\.changes)
        #expect(told.dropLast().allSatisfy { $0.isEmpty })
        #expect(told.last == [EventChange(path: "ended_sessions", after: "1")])
    }

    @Test("B9 sessions end by their idle and by their absolute time")
    func lifetimes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let used = try await installation.signIn(acme.owner, password).sessionToken
        let idle = try await installation.signIn(acme.owner, password).sessionToken
        for hour in 1...12 {
            installation.advance(seconds: hour == 12 ? 3599.9 : 3599)
            let allowed = try await installation.authorize(.sessionToken(used)).allowed
            #expect(allowed == (installation.now < 1_700_000_000_000_000 + 12 * 3600 * 1_000_000))
            if hour == 2 { #expect(try await !installation.authorize(.sessionToken(idle)).allowed) }
        }
        installation.advance(seconds: 60)
        #expect(try await !installation.authorize(.sessionToken(used)).allowed)
    }

    @Test("B9 a session that was refused for its idle time stays refused after a restart")
    func idleAfterRestart() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let idle = try await installation.signIn(acme.owner, password).sessionToken
        let used = try await installation.signIn(acme.owner, password).sessionToken
        installation.advance(seconds: 3599)
        #expect(try await installation.authorize(.sessionToken(used)).allowed)
        let position = installation.store.position
        try await installation.identity.storeSessionUses()
        #expect(installation.store.position == position, "no follower and no log hears of it")
        installation.advance(seconds: 1)
        #expect(try await !installation.authorize(.sessionToken(idle)).allowed)

        let second = try await Installation(after: installation)
        #expect(try await !second.authorize(.sessionToken(idle)).allowed)
        #expect(try await second.authorize(.sessionToken(used)).allowed)
        // That use was not stored: the session ends early, never late.
        installation.advance(seconds: 3598)
        #expect(try await second.authorize(.sessionToken(used)).allowed)
        installation.advance(seconds: 1)
        let third = try await Installation(after: second)
        #expect(try await !third.authorize(.sessionToken(used)).allowed)
    }

    @Test("B9 a pending jump of the wall clock ends no session and lets people sign in; a restart revives none that may be over")
    func pendingJump() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let before = try await installation.signIn(acme.owner, password).sessionToken
        installation.jump(seconds: 24 * 3600)
        let meanwhile = try await installation.signIn(acme.owner, password).sessionToken
        installation.advance(seconds: 3599)
        for session in [before, meanwhile] {
            #expect(try await installation.authorize(.sessionToken(session)).allowed)
        }
        let again = try await Installation(after: installation)
        for session in [before, meanwhile] {
            #expect(try await again.authorize(.sessionToken(session)).reason == .sessionInvalid)
        }
        let since = try await again.signIn(acme.owner, password).sessionToken
        #expect(try await again.authorize(.sessionToken(since)).allowed)
    }

    @Test("B9 a use that is stored after the session has ended brings nothing back")
    func usesOfEnded() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let jo = try await installation.member("jo", of: acme, password: password)
        let suspended = try await installation.signIn(jo, password).sessionToken
        let ended = try await installation.signIn(acme.owner, password).sessionToken
        for session in [suspended, ended] { _ = try await installation.authorize(.sessionToken(session)) }
        try await installation.suspend(jo, by: acme.owner)
        try await end(ended, in: installation)
        try await installation.identity.storeSessionUses()
        let again = try await Installation(after: installation)
        for session in [suspended, ended] {
            #expect(try await again.authorize(.sessionToken(session)).reason == .sessionInvalid)
        }
    }

    @Test("B9 a wrong password, an unknown address and a suspended account get the same answer")
    func sameAnswer() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let suspended = try await installation.member("jo", of: acme, password: password)
        try await installation.suspend(suspended, by: acme.owner)
        let without = try await installation.member("kim", of: acme)
        var answers: [Status?] = []
        for (account, secret) in [
            (acme.owner, "wrong password"), (Account(address: "nobody@acme.example"), password), (suspended, password),
            (without, password), (Account(address: "no address"), password),
        ] {
            answers.append(await failure { () throws(Status) in try await installation.signIn(account, secret) })
        }
        #expect(answers.allSatisfy { $0?.code == .unauthenticated && $0?.reason == .wrongCredentials })
        #expect(Set(answers.map { $0?.message }).count == 1)
        let events = try await installation.events().filter { $0.action == "session.refused" }
        #expect(events.count == 5)
        #expect(events.allSatisfy { $0.outcome == .denied })
    }

    @Test("B9 five wrong passwords slow down the one who guesses, not the account")
    func slowDown() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        for address in [acme.owner.address, "nobody@acme.example"] {
            for _ in 0..<5 {
                let status = await failure { () throws(Status) in
                    try await installation.signIn(Account(address: address), "wrong password", at: "198.51.100.1")
                }
                #expect(status?.reason == .wrongCredentials)
            }
            let slowed = await failure { () throws(Status) in
                try await installation.signIn(Account(address: address.uppercased()), password, at: "198.51.100.1")
            }
            #expect(slowed?.code == .resourceExhausted && slowed?.reason == .slowedDown)
            #expect(slowed?.metadata["retry_after_seconds"] == "1")
        }
        _ = try await installation.signIn(acme.owner, password, at: "203.0.113.9")
        installation.advance(seconds: 1)
        _ = try await installation.signIn(acme.owner, password, at: "198.51.100.1")
        // The row is over.
        #expect(
            await failure { () throws(Status) in try await installation.signIn(acme.owner, "wrong password", at: "198.51.100.1")
            }?.reason == .wrongCredentials)
    }

    @Test("B9 guesses made at the same time count as if made one after another")
    func parallelGuesses() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let reasons = await withTaskGroup { group in
            for _ in 0..<40 {
                group.addTask {
                    await failure { () throws(Status) in try await installation.signIn(acme.owner, "wrong password") }?.reason
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reasons.filter { $0 == .wrongCredentials }.count == 5)
        #expect(reasons.filter { $0 == .slowedDown }.count == 35)
    }

    @Test("B9 passwords at the cost that ships")
    func standardCost() async throws {
        let installation = try await Installation(scrypt: .standard)
        let acme = try await installation.acme(ownerPassword: password)
        _ = try await installation.signIn(acme.owner, password)
        #expect(
            await failure { () throws(Status) in try await installation.signIn(acme.owner, "wrong password") }?.reason
                == .wrongCredentials)
    }

    @Test("what is refused before any password is hashed")
    func refused() async throws {
        let installation = try await Installation()
        let table: [(String, String, ErrorReason)] = [
            ("", password, .missingField), ("a@b.example", "", .missingField),
            ("a@b.example", String(repeating: "x", count: 1025), .tooLong),
            (String(repeating: "x", count: 255), password, .tooLong),
        ]
        for (address, secret, reason) in table {
            let status = await failure { () throws(Status) in
                try await installation.signIn(Account(address: address), secret)
            }
            #expect(status?.reason == reason)
        }
    }
}
