import Contract
import Daemon
import Messages
import RPC
import Synchronization
import Testing

struct RemoteAuthorizerTests {
    private static let digits = String(repeating: "0", count: 25)
    private static let (one, two, organization) = ("acc_\(digits)1", "acc_\(digits)2", "org_\(digits)1")

    /// Identity: every session is one account's, which may everything.
    private struct Identity: AuthorizationService {
        func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
            .now(
                AuthorizeResponse(
                    allowed: true, accountId: one, organizationId: organization))
        }
    }

    /// Identity as the Authorize method of an account that is no administrator, and what it was asked.
    private final class Plain: AuthorizationService {
        let asked = Mutex<[AuthorizeRequest]>([])

        func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
            asked.withLock { $0.append(request) }
            return .now(
                AuthorizeResponse(
                    reason: request.demands.isEmpty ? .unspecified : .roleLacksScope, accountId: one,
                    organizationId: organization, held: request.demands.map { _ in .unspecified }))
        }
    }

    @Test("all demands go in one question; who lacks them may in its own mailbox, acting as one and not as two")
    func own() async throws {
        let plain = Plain()
        var identity = Router()
        identity.add(plain)
        let authorizer = RemoteAuthorizer(
            identity: AuthorizationClient(transport: InProcessTransport(router: identity, peer: Peer(caller: "mailbox"))))
        let demands = [
            AccessDemand(scope: "delegations", level: .view), AccessDemand(scope: "account_details", level: .view),
        ]
        let method = Method<GetMailboxRequest, GetMailboxResponse>(
            "test.Mailboxes/Get", .unary, Access(kind: .account, demands: demands, orMailboxOwner: true))
        var service = Router()
        service.unary(method) { (request, call) throws(Status) in
            .later {
                let target = EventTarget(resourceType: "mailbox", mailboxId: request.mailboxId)
                let account = try await authorizer.authorize(
                    call, call.method.access, organization: nil, touching: target)
                return GetMailboxResponse(mailbox: Mailbox(accountId: account.accountID))
            }
        }
        let mailboxes = InProcessTransport(router: service, peer: Peer(caller: "gateway"))
        func get(_ mailbox: String, as account: String) async throws(Status) -> String? {
            try await mailboxes.unary(
                method, GetMailboxRequest(mailboxId: mailbox),
                CallOptions(metadata: [(MetadataKey.session, "token"), (MetadataKey.account, account)])
            ).mailbox?.accountId
        }
        #expect(try await get("mbx_00000000000000000000000001", as: Self.one) == Self.one)
        #expect(plain.asked.withLock { $0.map(\.demands) } == [demands])
        let other = await #expect(throws: Status.self) { try await get("mbx_00000000000000000000000002", as: Self.one) }
        #expect(other?.metadata["scope"] == "delegations,account_details")
        let two = await #expect(throws: Status.self) { try await get("mbx_00000000000000000000000001", as: Self.two) }
        #expect(two?.reason == .selectorsDisagree)
    }

    /// Identity, which refuses for one reason.
    private struct Refusing: AuthorizationService {
        let reason: AuthorizeReason

        func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
            .now(
                AuthorizeResponse(
                    reason: reason, accountId: one, organizationId: organization, held: request.demands.map { _ in .view }))
        }
    }

    @Test("D4 D5 where a mailbox can stand in for roles, what they lack is told with the account; no other refusal is")
    func standingIn() async throws {
        let demands = [AccessDemand(scope: "delegations", level: .edit)]
        func ask(_ reason: AuthorizeReason, _ ground: MailboxGround) async throws(Status) -> GetMailboxResponse {
            var identity = Router()
            identity.add(Refusing(reason: reason))
            let authorizer = RemoteAuthorizer(
                identity: AuthorizationClient(transport: InProcessTransport(router: identity, peer: Peer(caller: "mailbox"))))
            let method = Method<GetMailboxRequest, GetMailboxResponse>(
                "test.Mailboxes/Get", .unary, Access(kind: .account, demands: demands, orMailbox: ground))
            var service = Router()
            service.unary(method) { (request, call) throws(Status) in
                .later {
                    let account = try await authorizer.authorize(call, call.method.access, organization: nil)
                    // Tells what is lacking of which account.
                    return GetMailboxResponse(
                        mailbox: Mailbox(
                            accountId: account.accountID, address: account.lacking?.reason.name ?? "",
                            displayName: account.lacking?.metadata["held"] ?? ""))
                }
            }
            let mailboxes = InProcessTransport(router: service, peer: Peer(caller: "gateway"))
            return try await mailboxes.unary(
                method, GetMailboxRequest(mailboxId: "mbx_\(Self.digits)1"),
                CallOptions(metadata: [(MetadataKey.account, Self.one)]))
        }
        let told = try await ask(.roleLacksScope, .manages).mailbox
        #expect(told?.accountId == Self.one && told?.address == "ROLE_LACKS_SCOPE" && told?.displayName == "view")
        let refusals: [(AuthorizeReason, MailboxGround, ErrorReason)] = [
            (.roleLacksScope, .unspecified, .roleLacksScope), (.accountNotActive, .manages, .wrongState),
            (.noSuchAccount, .uses, .accountRequired), (.sessionInvalid, .setsUp, .sessionInvalid),
            (.otherOrganization, .manages, .notFound),
        ]
        for (reason, ground, expected) in refusals {
            let status = await #expect(throws: Status.self) { try await ask(reason, ground) }
            #expect(status?.reason == expected)
        }
    }

    @Test("a session and an account that are not the same person act for neither")
    func twoActors() async throws {
        var identity = Router()
        identity.add(Identity())
        let authorizer = RemoteAuthorizer(
            identity: AuthorizationClient(transport: InProcessTransport(router: identity, peer: Peer(caller: "audit"))))
        var service = Router()
        service.unary(LogServiceMethods.getLogRoot) { (request, call) throws(Status) in
            .later {
                let account = try await authorizer.authorize(
                    call, call.access(for: request), organization: request.organizationId)
                return GetLogRootResponse(head: TreeHead(organizationId: account.accountID))
            }
        }
        let log = LogClient(transport: InProcessTransport(router: service, peer: Peer(caller: "gateway")))
        func root(as account: String) async throws(Status) -> GetLogRootResponse {
            try await log.getLogRoot(
                GetLogRootRequest(organizationId: Self.organization),
                CallOptions(metadata: [(MetadataKey.session, "token"), (MetadataKey.account, account)]))
        }
        let status = await #expect(throws: Status.self) { try await root(as: Self.two) }
        #expect(status?.code == .invalidArgument && status?.reason == .selectorsDisagree)
        #expect(try await root(as: Self.one).head?.organizationId == Self.one)
    }

    @Test("metadata that is no id and no token is nobody's, and is not asked about")
    func nobody() async throws {
        let authorizer = RemoteAuthorizer(
            identity: AuthorizationClient(transport: InProcessTransport(router: Router(), peer: Peer(caller: "audit"))))
        var service = Router()
        service.unary(LogServiceMethods.getLogRoot) { (request, call) throws(Status) in
            .later {
                _ = try await authorizer.authorize(
                    call, call.access(for: request), organization: request.organizationId)
                return GetLogRootResponse()
            }
        }
        let log = LogClient(transport: InProcessTransport(router: service, peer: Peer(caller: "gateway")))
        let table: [(String, String, ErrorReason)] = [
            (MetadataKey.account, "acc_x", .accountRequired), (MetadataKey.account, "", .accountRequired),
            (MetadataKey.session, String(repeating: "s", count: 101), .sessionInvalid),
            // What could be somebody's is asked about: nobody is there to answer.
            (MetadataKey.account, Self.one, .unknownMethod),
        ]
        for (key, value, reason) in table {
            let status = await #expect(throws: Status.self) {
                try await log.getLogRoot(
                    GetLogRootRequest(organizationId: Self.organization), CallOptions(metadata: [(key, value)]))
            }
            #expect(status?.reason == reason)
        }
    }
}
