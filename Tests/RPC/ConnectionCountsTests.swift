import Messages
import NIOCore
import NIOPosix
import Patience
import Testing

@testable import RPC

@Suite struct ConnectionCountsTests {
    @Test("handshakes are counted by how they ended, and who is one too many is counted")
    func counts() async throws {
        var limits = Limits.patient
        limits.connectionsMax = 1
        let contexts = try TestAuthority.contexts()
        let server = try await Loopback.serve(echoRouter(), contexts, limits: limits)
        #expect(server.connectionStatistics == ConnectionStatistics())

        // Plain text is no TLS. The server closes, and has counted by then.
        let plain = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: server.port).get()
        try await plain.writeAndFlush(ByteBuffer(string: "GET / HTTP/1.1\r\n\r\n")).get()
        try await plain.closeFuture.get()
        await counted(server) { $0.handshakesFailed == 1 && server.connections == 0 }

        let client = Client(
            host: "127.0.0.1", port: server.port, tls: contexts.client, limits: .patient,
            group: MultiThreadedEventLoopGroup.singleton, backoff: quick)
        _ = try await client.patient.unary(Echo.unary, StreamMessage(body: [1]))
        await counted(server) { $0.handshakesDone == 1 }

        let second = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: server.port).get()
        try await second.closeFuture.get()
        await counted(server) { $0 == ConnectionStatistics(handshakesDone: 1, handshakesFailed: 1, refused: 1) }
        await client.close()
        await server.drain(grace: .zero)
    }

    /// The server counts on its own threads.
    private func counted(_ server: Server, _ isCounted: (ConnectionStatistics) -> Bool) async {
        await until { isCounted(server.connectionStatistics) }
    }
}
