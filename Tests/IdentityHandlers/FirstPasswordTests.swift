import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

/// First passwords come with a request that may be repeated, and no hash of them that is quick to compute is stored.
@Suite struct FirstPasswordTests {
    private let other = "another password"

    private func accept(
        _ token: String, _ password: String, _ requestID: String, in installation: Installation
    ) async throws(Status) -> AcceptInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: token, password: password, requestId: requestID))
    }

    private func invited(_ installation: Installation) async throws -> (acme: Acme, token: String) {
        let acme = try await installation.acme()
        return (acme, try await installation.invite("jo", to: acme).invitationToken)
    }

    @Test("a made-up token costs no hash, with a request id as without")
    func strangers() async throws {
        let installation = try await Installation()
        let (_, token) = try await invited(installation)
        let before = installation.passwordsHashed
        for requestID in ["", "r"] {
            let refused = await failure { () throws(Status) in
                try await accept("made-up", password, requestID, in: installation)
            }
            #expect(refused?.reason == .invitationInvalid)
        }
        #expect(installation.passwordsHashed == before)
        _ = try await accept(token, password, "r", in: installation)
        #expect(installation.passwordsHashed == before + 1)
        // A repetition is compared; nothing new is made.
        _ = try await accept(token, password, "r", in: installation)
        #expect(installation.passwordsHashed == before + 1)
    }

    @Test("D26 B2 an acceptance that is tried out costs no hash, takes no token and answers with the active account")
    func triedOut() async throws {
        let installation = try await Installation()
        let (_, token) = try await invited(installation)
        let before = (installation.store.position, try await installation.events().count, installation.passwordsHashed)
        func tryOut(_ token: String, _ password: String, etag: String = "") async throws(Status) -> AcceptInvitationResponse {
            try await installation.call(
                InvitationServiceMethods.acceptInvitation,
                AcceptInvitationRequest(
                    invitationToken: token, password: password, requestId: "r", etag: etag, validateOnly: true))
        }
        for password in ["", password] {
            let tried = try await tryOut(token, password)
            #expect(tried.account?.state == .active && tried.eventId.isEmpty && tried.consistencyToken.isEmpty)
        }
        let mismatch = await failure { () throws(Status) in try await tryOut(token, password, etag: "old") }
        #expect(mismatch?.reason == .etagMismatch)
        #expect(installation.passwordsHashed == before.2)
        #expect(installation.store.position == before.0)
        #expect(try await installation.events().count == before.1)
        let unknown = await failure { () throws(Status) in try await tryOut("made-up", password) }
        #expect(unknown?.reason == .invitationInvalid)
        #expect(installation.passwordsHashed == before.2)
        let accepted = try await accept(token, password, "r", in: installation)
        #expect(accepted.account == (try await accept(token, password, "r", in: installation)).account)
        let used = await failure { () throws(Status) in try await tryOut(token, password) }
        #expect(used?.reason == .invitationInvalid)
    }

    @Test("the same request id with another password is another request")
    func acceptance() async throws {
        for first in [password, ""] {
            let installation = try await Installation()
            let (_, token) = try await invited(installation)
            let answer = try await accept(token, first, "r", in: installation)
            let position = installation.store.position
            #expect(try await accept(token, first, "r", in: installation) == answer)
            for another in [other, first.isEmpty ? password : ""] {
                let reused = await failure { () throws(Status) in try await accept(token, another, "r", in: installation) }
                #expect(reused?.code == .alreadyExists && reused?.reason == .requestIdReused)
            }
            #expect(installation.store.position == position)
        }
    }

    @Test("of two with one request id and different passwords at the same time one is refused")
    func race() async throws {
        for _ in 0..<20 {
            let installation = try await Installation()
            let (_, token) = try await invited(installation)
            async let one = failure { () throws(Status) in try await accept(token, password, "r", in: installation) }
            async let two = failure { () throws(Status) in try await accept(token, other, "r", in: installation) }
            let outcomes = await [one, two]
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0?.reason == .requestIdReused } == 1)
        }
    }

    @Test("B9 a repetition is no way to guess faster than by signing in")
    func guessing() async throws {
        let installation = try await Installation()
        let (_, token) = try await invited(installation)
        _ = try await accept(token, password, "r", in: installation)
        for _ in 0..<5 {
            let guess = await failure { () throws(Status) in try await accept(token, other, "r", in: installation) }
            #expect(guess?.reason == .requestIdReused)
        }
        let slowed = await failure { () throws(Status) in try await accept(token, password, "r", in: installation) }
        #expect(slowed?.reason == .slowedDown)
    }

    @Test("an owner's first password is compared too")
    func organization() async throws {
        let installation = try await Installation()
        var request = CreateOrganizationRequest(
            organization: Organization(displayName: "A"), owner: Account(address: "o@a.example"),
            ownerPassword: password, requestId: "r")
        let create = OrganizationServiceMethods.createOrganization
        let first = try await installation.operate(create, request)
        for another in [other, ""] {
            request.ownerPassword = another
            let reused = await failure { () throws(Status) in try await installation.operate(create, request) }
            #expect(reused?.reason == .requestIdReused)
        }
        request.ownerPassword = password
        #expect(try await installation.operate(create, request) == first)
        request.validateOnly = true
        request.requestId = "s"
        request.owner?.address = "p@a.example"
        let hashed = installation.passwordsHashed
        _ = try await installation.operate(create, request)
        #expect(installation.passwordsHashed == hashed)
    }
}
