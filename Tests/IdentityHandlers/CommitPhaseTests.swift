import Contract
import Messages
import Patience
import Testing

@Suite struct CommitPhaseTests {
    @Test("D17 when followers hear of a suspension, identity itself authorizes nothing for the account any more")
    func ownViewFirst() async throws {
        let standstill = Standstill()
        let installation = try await Installation(told: { _ in standstill.pass() })
        let acme = try await installation.acme()
        let admin = try await installation.member("jo", of: acme, role: .fullAdmin)
        // What mailbox asks before a grant.
        #expect(try await installation.authorize(.accountId(admin.id)).allowed)
        standstill.arm()
        async let suspended = installation.suspend(admin, by: acme.owner)
        await until { standstill.isReached }
        #expect(try await installation.authorize(.accountId(admin.id)).reason == .accountNotActive)
        standstill.goOn()
        #expect(try await suspended.account?.state == .suspended)
    }

    @Test("B9 when the log can hear of a sign-out, and of the oldest session's end, the sessions are over")
    func sessionsFirst() async throws {
        let standstill = Standstill()
        let installation = try await Installation()
        installation.store.onEvents { _ in standstill.pass() }
        let acme = try await installation.acme(ownerPassword: password)
        var sessions: [String] = []
        for _ in 0..<100 {
            sessions.append(try await installation.signIn(acme.owner, password).sessionToken)
            installation.advance(seconds: 1)
        }
        standstill.arm()
        async let signedIn = installation.signIn(acme.owner, password)
        await until { standstill.isReached }
        let (oldest, next) = (sessions[0], sessions[1])
        #expect(try await installation.authorize(.sessionToken(oldest)).reason == .sessionInvalid)
        #expect(try await installation.authorize(.sessionToken(next)).allowed)
        standstill.goOn()
        _ = try await signedIn

        standstill.arm()
        async let signedOut = installation.call(
            SessionServiceMethods.deleteSession, DeleteSessionRequest(), session: next)
        await until { standstill.isReached }
        #expect(try await installation.authorize(.sessionToken(next)).reason == .sessionInvalid)
        standstill.goOn()
        _ = try await signedOut
    }
}
