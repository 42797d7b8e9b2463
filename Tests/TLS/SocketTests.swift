import Foundation
import NIOCore
import NIOPosix
import TLS
import Testing

/// The same over real sockets, and against OpenSSL's own client.
@Suite struct SocketTests {
    private static let openssl = "/usr/bin/openssl"

    /// A server that sends back what it gets, and tells the first error of a connection.
    private func listen(
        _ group: MultiThreadedEventLoopGroup, _ context: TLSContext, handshakes: (any EventLoopGroup)? = nil,
        _ failed: EventLoopPromise<Void>? = nil
    ) async throws -> any Channel {
        try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(context: context, handshakesOn: handshakes?.next()), Echo(failed: failed),
                    ])
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    @Test("a MiB there and back over loopback", arguments: [false, true])
    func loopback(handshakesElsewhere: Bool) async throws {
        let fixture = try Fixture()
        let (server, client) = (try fixture.server(), try fixture.client())
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let handshakes = handshakesElsewhere ? MultiThreadedEventLoopGroup.singleton : nil
        let listener = try await listen(group, server, handshakes: handshakes)
        let address = try #require(listener.localAddress)
        let arrived = group.next().makePromise(of: ByteBuffer.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(context: client, serverName: "127.0.0.1", expectedURI: nil),
                        Collector(expected: 1_048_576, arrived: arrived),
                    ])
                }
            }
            .connect(to: address).get()
        try await channel.writeAndFlush(pattern(1_048_576))
        #expect(try await arrived.futureResult.get() == pattern(1_048_576))
        try await channel.close()
        try await listener.close()
        try await group.shutdownGracefully()
    }

    @Test(
        "OpenSSL's client without a certificate is refused",
        .enabled(if: FileManager.default.isExecutableFile(atPath: openssl)))
    func noCertificate() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let failed = group.next().makePromise(of: Void.self)
        let listener = try await listen(group, Fixture().server(), failed)
        let port = try #require(listener.localAddress?.port)

        let process = Process()
        process.executableURL = URL(filePath: Self.openssl)
        process.arguments = ["s_client", "-connect", "127.0.0.1:\(port)", "-alpn", native, "-quiet"]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let error = await #expect(throws: TLSError.self) { try await failed.futureResult.get() }
        #expect(error == TLSError(.certificate, "the peer sent no certificate"))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus != 0)
        try await listener.close()
        try await group.shutdownGracefully()
    }
}

private final class Echo: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let failed: EventLoopPromise<Void>?

    init(failed: EventLoopPromise<Void>?) {
        self.failed = failed
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.write(data, promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.flush()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        failed?.fail(error)
    }
}

private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let expected: Int
    private let arrived: EventLoopPromise<ByteBuffer>
    private var bytes = ByteBuffer()

    init(expected: Int, arrived: EventLoopPromise<ByteBuffer>) {
        self.expected = expected
        self.arrived = arrived
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes.writeImmutableBuffer(unwrapInboundIn(data))
        if bytes.readableBytes >= expected { arrived.succeed(bytes) }
    }
}
