import Contract
import Daemon
import Messages
import RPC
import Testing

struct RemoteAuthorizerTests {
    private static let digits = String(repeating: "0", count: 25)
    private static let (one, two, organization) = ("acc_\(digits)1", "acc_\(digits)2", "org_\(digits)1")

    /// Identity: every session is one's, who may everything.
    private struct Identity: AuthorizationService {
        func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
            .now(AuthorizeResponse(allowed: true, accountId: one, organizationId: organization))
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
                let account = try await authorizer.authorize(call, organization: request.organizationId)
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
                _ = try await authorizer.authorize(call, organization: request.organizationId)
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
