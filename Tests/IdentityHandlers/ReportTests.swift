import Contract
import Messages
import Mutations
import Patience
import RPC
import SQL
import Testing

@testable import IdentityHandlers

/// What every change tells, whatever it is.
@Suite struct ReportTests {
    /// Calls a method of which the handler is `body`, as an operator.
    private func change(
        _ installation: Installation, _ request: ReactivateAccountRequest,
        _ body: @escaping @Sendable (Write) throws -> ReactivateAccountResponse
    ) async throws(Status) -> ReactivateAccountResponse {
        let mutator = installation.identity.mutator
        var router = Router()
        router.unary(AccountServiceMethods.reactivateAccount) { request, call in
            .later { try await mutator.perform(Mutation(call, request), caller: "test", body) }
        }
        return try await InProcessTransport(router: router, peer: Peer(caller: Installation.operatorURI)).patient
            .unary(AccountServiceMethods.reactivateAccount, request)
    }

    private static let digits = String(repeating: "0", count: 25)
    private let account = Account(id: "acc_\(digits)1", organizationId: "org_\(digits)1", state: .active, displayName: "Jo")

    @Test("E2 a change of which the log would know nothing is undone, and one that found nothing to do needs no event")
    func unreported() async throws {
        let installation = try await Installation()
        let before = installation.store.position
        let status = await failure { () throws(Status) in
            try await change(installation, ReactivateAccountRequest(accountId: account.id, requestId: "r1")) { write in
                write.tx.record(ChangeRecord(organization: "org_1", id: "acc_1", type: "x", value: []))
                return ReactivateAccountResponse()
            }
        }
        #expect(status?.code == .internal)
        #expect(installation.store.position == before)
        let unchanged = try await change(installation, ReactivateAccountRequest(accountId: account.id, requestId: "r1")) { _ in
            ReactivateAccountResponse(unchanged: true)
        }
        #expect(unchanged.unchanged && unchanged.eventId.isEmpty)
    }

    @Test("E2 the answer names the event, also when it is repeated; the event has before and after, personal values apart")
    func reported() async throws {
        let installation = try await Installation()
        let request = ReactivateAccountRequest(accountId: account.id, justification: "back", requestId: "r1")
        func report() async throws -> ReactivateAccountResponse {
            try await change(installation, request) { [account] write in
                var before = account
                (before.state, before.displayName) = (.suspended, "J")
                try write.report(before, account)
                // What else it tells is told of it, and is not what it is.
                try write.report(account, nil) { $0.action = .accountInvitationExpired }
                return ReactivateAccountResponse(account: account)
            }
        }
        let answer = try await report()
        let event = try #require(try await installation.events().first)
        #expect(answer.eventId == event.id && !event.id.isEmpty)
        #expect(try await report().eventId == event.id)
        #expect(event.action == "account.reactivated" && event.organizationId == account.organizationId)
        #expect(event.target == EventTarget(id: account.id, resourceType: "account", subjectId: account.id))
        #expect(event.changes == [EventChange(path: "state", before: "suspended", after: "active")])
        let told = try await installation.told()[0]
        #expect(told["origin.request_id"] == "r1", "a request can be named by anything, a person's address too")
        #expect(told["justification"] == "back" && told["changes.display_name.before"] == "J")
        #expect(told["changes.display_name.after"] == "Jo")
        let whose = Dictionary(uniqueKeysWithValues: event.personal.map { ($0.path, $0.subjectId) })
        #expect(whose["changes.display_name.after"] == account.id && whose.count == 4)
        #expect(whose["justification"] == event.actor?.id)
    }

    @Test("C10 what is secret in a request is no part of what it is compared with when it is repeated")
    func secrets() {
        let request = CreateOrganizationRequest(ownerPassword: "correct horse", requestId: "r1")
        #expect(request.withoutSecrets == CreateOrganizationRequest(requestId: "r1"))
        #expect(
            AuthorizeRequest(subject: .sessionToken("x"), organizationId: "o").withoutSecrets
                == AuthorizeRequest(subject: .sessionToken(""), organizationId: "o"))
        #expect(AuthorizeRequest(subject: .accountId("x")).withoutSecrets == AuthorizeRequest(subject: .accountId("x")))
    }
}
