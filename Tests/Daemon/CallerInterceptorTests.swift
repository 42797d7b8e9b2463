import Contract
import Messages
import RPC
import Testing

@testable import Daemon

/// Every method answers empty, so that what is refused was refused before the handler.
private struct OpenAccess: AccessService {
    func check(_ request: CheckRequest, _ call: Call) -> Answer<CheckResponse> { .now(.init()) }
    func batchCheck(_ request: BatchCheckRequest, _ call: Call) -> Answer<BatchCheckResponse> { .now(.init()) }
    func explain(_ request: ExplainRequest, _ call: Call) -> Answer<ExplainResponse> { .now(.init()) }
}

private struct OpenDelegations: DelegationService {
    func grantDelegation(_ request: GrantDelegationRequest, _ call: Call) -> Answer<GrantDelegationResponse> { .now(.init()) }
    func revokeDelegation(_ request: RevokeDelegationRequest, _ call: Call) -> Answer<RevokeDelegationResponse> { .now(.init()) }
    func listDelegates(_ request: ListDelegatesRequest, _ call: Call) -> Answer<ListDelegatesResponse> { .now(.init()) }
    func updateDelegation(
        _ request: UpdateDelegationRequest, _ call: Call
    ) -> Answer<UpdateDelegationResponse> { .now(.init()) }
    func freezeDelegation(
        _ request: FreezeDelegationRequest, _ call: Call
    ) -> Answer<FreezeDelegationResponse> { .now(.init()) }
    func unfreezeDelegation(
        _ request: UnfreezeDelegationRequest, _ call: Call
    ) -> Answer<UnfreezeDelegationResponse> { .now(.init()) }
    func revokeMailboxDelegations(
        _ request: RevokeMailboxDelegationsRequest, _ call: Call
    ) -> Answer<RevokeMailboxDelegationsResponse> { .now(.init()) }
    func revokeGranteeDelegations(
        _ request: RevokeGranteeDelegationsRequest, _ call: Call
    ) -> Answer<RevokeGranteeDelegationsResponse> { .now(.init()) }
}

private struct OpenOperator: ServerService {
    func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> { .now(.init()) }
    func backupServer(_ request: BackupServerRequest, _ call: Call) -> Answer<BackupServerResponse> { .now(.init()) }
}

@Suite("Who may call")
struct CallerInterceptorTests {
    private func transport(_ uri: String) throws -> InProcessTransport {
        let file = try CallersFile(
            """
            {"callers": [
              {"uri": "spiffe://t/operator/admin", "methods": ["*"], "acts_for_accounts": true},
              {"uri": "spiffe://t/service/web", "methods": ["*"]},
              {"uri": "spiffe://t/service/check", "methods": ["mandate.mailbox.v1.AccessService/Check"]}
            ]}
            """)
        var router = Router(interceptors: [CallerInterceptor(callers: try Callers(path: file.path))])
        router.add(OpenAccess())
        router.add(OpenDelegations())
        router.add(OpenOperator())
        router.addStandardServices(HealthWatch(Readiness()))
        return InProcessTransport(router: router, peer: Peer(caller: uri))
    }

    private func outcome(_ uri: String, _ call: (InProcessTransport) async throws -> Void) async throws -> ErrorReason {
        do {
            try await call(try transport(uri))
            return .unspecified
        } catch let status as Status {
            return status.reason
        }
    }

    private static let digits = String(repeating: "0", count: 26)

    private static func check(_ transport: InProcessTransport) async throws {
        _ = try await AccessClient(transport: transport).check(
            CheckRequest(account: .accountId("acc_" + digits), mailbox: .mailboxId("mbx_" + digits), right: .open))
    }

    @Test("a caller that is not listed, or has no URI, is refused")
    func unknown() async throws {
        #expect(try await outcome("spiffe://t/service/stranger", Self.check) == .unknownCaller)
        #expect(try await outcome("", Self.check) == .unknownCaller)
    }

    @Test("a listed caller calls its methods and no others")
    func methods() async throws {
        #expect(try await outcome("spiffe://t/service/check", Self.check) == .unspecified)
        #expect(
            try await outcome("spiffe://t/service/check") {
                _ = try await AccessClient(transport: $0).explain(ExplainRequest())
            } == .callerNotAllowed)
    }

    @Test("a method for operators is closed to services, whatever their list says")
    func operators() async throws {
        func backup(_ transport: InProcessTransport) async throws {
            _ = try await ServerClient(transport: transport).backupServer(BackupServerRequest(name: "b"))
        }
        #expect(try await outcome("spiffe://t/service/web", backup) == .callerNotAllowed)
        #expect(try await outcome("spiffe://t/operator/admin", backup) == .unspecified)
    }

    @Test("a method that needs an account is refused without one, and only a trusted caller names one")
    func accounts() async throws {
        func grant(_ metadata: [(String, String)]) -> (InProcessTransport) async throws -> Void {
            {
                _ = try await DelegationClient(transport: $0).grantDelegation(
                    GrantDelegationRequest(
                        mailboxId: "mbx_" + Self.digits, granteeId: "acc_" + Self.digits, rights: [.open]),
                    CallOptions(metadata: metadata))
            }
        }
        let account = [(MetadataKey.account, "acc_x")]
        let session = [(MetadataKey.session, "s")]
        #expect(try await outcome("spiffe://t/service/web", grant([])) == .accountRequired)
        #expect(try await outcome("spiffe://t/service/web", grant(account)) == .callerCannotAct)
        #expect(try await outcome("spiffe://t/service/web", grant(session)) == .unspecified)
        #expect(try await outcome("spiffe://t/operator/admin", grant(account)) == .unspecified)
        // B9: who could make up addresses would never be slowed down.
        let address = [(MetadataKey.personAddress, "192.0.2.1")]
        #expect(try await outcome("spiffe://t/service/web", grant(session + address)) == .callerCannotAct)
        #expect(try await outcome("spiffe://t/operator/admin", grant(session + address)) == .unspecified)
    }

    @Test(
        "health is for whoever has a certificate, listed or not",
        arguments: ["", "spiffe://t/service/stranger", "spiffe://t/service/check", "spiffe://t/operator/admin"])
    func anyone(_ uri: String) async throws {
        #expect(
            try await outcome(uri) {
                _ = try await HealthClient(transport: $0).check(HealthCheckRequest())
                _ = try await HealthClient(transport: $0).list(HealthListRequest())
                for try await _ in try await HealthClient(transport: $0).watch(HealthCheckRequest()) { break }
            } == .unspecified)
    }

    @Test("reflection is for every listed caller, whatever its methods, and for nobody else")
    func listed() async throws {
        func reflect(_ transport: InProcessTransport) async throws {
            let stream = try await ServerReflectionClient(transport: transport).serverReflectionInfo()
            stream.finish()
            for try await _ in stream.responses {}
        }
        func reflectAlpha(_ transport: InProcessTransport) async throws {
            let stream = try await AlphaServerReflectionClient(transport: transport).serverReflectionInfo()
            stream.finish()
            for try await _ in stream.responses {}
        }
        for reflect in [reflect, reflectAlpha] {
            #expect(try await outcome("spiffe://t/service/check", reflect) == .unspecified)
            #expect(try await outcome("spiffe://t/service/stranger", reflect) == .unknownCaller)
            #expect(try await outcome("", reflect) == .unknownCaller)
        }
    }

    @Test("every method of the contract declares who may call it, gRPC's own ones too")
    func declared() {
        #expect(contractMethods.contains { $0.path.hasPrefix("grpc.") })
        for method in contractMethods {
            switch method.access.kind {
            case .unspecified, .unrecognized: Issue.record("\(method.path) declares nobody")
            case .anyone: #expect(method.path.hasPrefix("grpc.health.v1.Health/"))
            case .caller where method.path.hasPrefix("grpc."): #expect(method.path.hasPrefix("grpc.reflection."))
            case .account, .owner, .operator, .service, .caller: #expect(method.path.hasPrefix("mandate."))
            }
        }
    }
}
