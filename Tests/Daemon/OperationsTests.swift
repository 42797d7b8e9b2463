import NIOPosix
import RPC
import Testing

@testable import Daemon

@Suite("Health and metrics over HTTP")
struct OperationsTests {
    @Test("health over HTTP says ready, or why not")
    func health() async throws {
        let readiness = Readiness()
        let metrics = Metrics()
        metrics.read(.position) { 7 }
        let server = try await OperationsServer.start(
            host: "127.0.0.1", port: 0, readiness: readiness, metrics: metrics, probes: Router(),
            group: MultiThreadedEventLoopGroup.singleton)
        var answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer == (200, "ready\n"))
        readiness.require { "index loading" }
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer == (503, "not ready: index loading\n"))
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/livez")
        #expect(answer == (200, "ok\n"))
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/metrics")
        #expect(answer.status == 200 && answer.body.hasSuffix("\nmandate_position 7\n"))
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/nothing")
        #expect(answer.status == 404)
        readiness.drain()
        answer = try await PlainHTTP.get(host: "127.0.0.1", port: server.port, path: "/readyz")
        #expect(answer.body == "not ready: draining\n")
        try await server.channel.close()
    }
}
