import NIOPosix
import Patience
import RPC
import Testing

@testable import Daemon

@Suite("Health and metrics over HTTP")
struct OperationsTests {
    private func get(_ server: OperationsServer, _ path: String) async throws -> (status: Int, body: String) {
        try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: path, patience: patience)
    }

    @Test("health over HTTP says ready, or why not")
    func health() async throws {
        let readiness = Readiness()
        let metrics = Metrics()
        metrics.read(.position) { 7 }
        let server = try await OperationsServer.start(
            host: "127.0.0.1", port: 0, readiness: readiness, metrics: metrics, probes: Router(),
            group: MultiThreadedEventLoopGroup.singleton)
        var answer = try await get(server, "/readyz")
        #expect(answer == (200, "ready\n"))
        readiness.require { "index loading" }
        answer = try await get(server, "/readyz")
        #expect(answer == (503, "not ready: index loading\n"))
        answer = try await get(server, "/livez")
        #expect(answer == (200, "ok\n"))
        answer = try await get(server, "/metrics")
        #expect(answer.status == 200 && answer.body.hasSuffix("\nmandate_position 7\n"))
        answer = try await get(server, "/nothing")
        #expect(answer.status == 404)
        readiness.drain()
        answer = try await get(server, "/readyz")
        #expect(answer.body == "not ready: draining\n")
        try await server.channel.close()
    }
}
