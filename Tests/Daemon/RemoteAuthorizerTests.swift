import Contract
import Daemon
import Messages
import RPC
import Testing

struct RemoteAuthorizerTests {
    /// Identity: every session is acc_1's, who may everything.
    private struct Identity: AuthorizationService {
        func authorize(_ request: AuthorizeRequest, _ call: Call) throws(Status) -> Answer<AuthorizeResponse> {
            .now(AuthorizeResponse(allowed: true, accountId: "acc_1", organizationId: "org_1"))
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
                GetLogRootRequest(organizationId: "org_1"),
                CallOptions(metadata: [(MetadataKey.session, "token"), (MetadataKey.account, account)]))
        }
        let status = await #expect(throws: Status.self) { try await root(as: "acc_2") }
        #expect(status?.code == .invalidArgument && status?.reason == .selectorsDisagree)
        #expect(try await root(as: "acc_1").head?.organizationId == "acc_1")
    }
}
