import Contract
import Messages
import NIOPosix
import RPC
import Testing

@testable import Daemon

@Suite("Health, metrics, logs")
struct OperationsTests {
    @Test("health over HTTP says ready, or why not")
    func health() async throws {
        let readiness = Readiness()
        let server = try await OperationsServer.start(
            host: "127.0.0.1", port: 0, readiness: readiness, metrics: Metrics(),
            group: MultiThreadedEventLoopGroup.singleton)
        var answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer == (200, "ready\n"))
        readiness.require { "index loading" }
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer == (503, "not ready: index loading\n"))
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/livez")
        #expect(answer == (200, "ok\n"))
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/nothing")
        #expect(answer.status == 404)
        readiness.drain()
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer.body == "not ready: draining\n")
        try await server.channel.close()
    }

    @Test("calls are counted by method and code, and every bucket holds the ones before it")
    func metrics() async throws {
        struct Server: OperatorService {
            func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> { .now(.init()) }
            func backup(_ request: BackupRequest, _ call: Call) throws(Status) -> Answer<BackupResponse> {
                throw Status(.invalidArgument, .backupName, "no")
            }
        }
        let metrics = Metrics()
        metrics.add(.init("mandate_test", "A number.") { 7 })
        var router = Router(interceptors: [metrics])
        router.add(Server())
        let client = OperatorClient(
            transport: InProcessTransport(router: router, peer: Peer(caller: "spiffe://t/operator/admin")))
        _ = try await client.getServer(GetServerRequest())
        _ = try await client.getServer(GetServerRequest())
        await #expect(throws: Status.self) { _ = try await client.backup(BackupRequest()) }
        let text = metrics.text()
        #expect(text.contains(#"mandate_calls_total{method="mandate.server.v1.OperatorService/GetServer",code="0"} 2"#))
        #expect(text.contains(#"mandate_calls_total{method="mandate.server.v1.OperatorService/Backup",code="3"} 1"#))
        #expect(text.contains(#"mandate_call_seconds_bucket{method="mandate.server.v1.OperatorService/GetServer",le="+Inf"} 2"#))
        #expect(text.contains("mandate_test 7.0"))
    }
}
