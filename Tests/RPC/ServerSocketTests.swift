import Messages
import NIOCore
import NIOPosix
import Patience
import TLS
import Testing

@testable import RPC

/// What a foreign client sees on a real socket.
@Suite struct ServerSocketTests {
    /// Sends bytes after the handshake, and hands over what came when the server has closed.
    private final class Probe: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let bytes: ByteBuffer
        private let done: EventLoopPromise<ByteBuffer>
        private var received = ByteBuffer()

        init(_ bytes: ByteBuffer, _ done: EventLoopPromise<ByteBuffer>) {
            self.bytes = bytes
            self.done = done
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard event is TLSHandshakeCompleted else { return }
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var buffer = unwrapInboundIn(data)
            received.writeBuffer(&buffer)
        }

        func channelInactive(context: ChannelHandlerContext) {
            done.succeed(received)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            done.fail(error)
        }
    }

    private func talk(_ bytes: ByteBuffer, wallClock: @escaping @Sendable () -> Int64 = systemSeconds) async throws -> [Frame] {
        let contexts = try TestAuthority.contexts()
        let server = try await Loopback.serve(echoRouter(), contexts, wallClock: wallClock)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let done = loop.makePromise(of: ByteBuffer.self)
        _ = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(context: contexts.client, serverName: "127.0.0.1", expectedURI: nil),
                        Probe(bytes, done),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: server.port).get()
        var decoder = FrameDecoder(frameBytesMax: 64 << 20)
        decoder.append(try await done.futureResult.get())
        var frames: [Frame] = []
        while let frame = try decoder.next() { frames.append(frame) }
        await server.drain(grace: .zero)
        return frames
    }

    @Test("the goaway arrives, whatever else was sent and not read")
    func goaway() async throws {
        var buffer = ByteBuffer()
        for frame in [.hello(), .request(1), .request(2)] as [Frame] { buffer.writeBytes(bytes(frame)) }
        // More than the server will read after the broken rule.
        buffer.writeRepeatingByte(7, count: 1 << 20)
        let frames = try await talk(buffer)
        #expect(frames.count == 3)
        #expect(frames.first == .hello(streams: 128))
        #expect(frames.dropFirst().first?.isOK == true)
        guard case .goaway(let goaway) = frames.last?.kind else { throw Oops() }
        #expect(goaway.reason == .stream)
        #expect(goaway.lastStream == 1)
    }

    @Test("by a clock that is past the end of the client's certificate the connection drains at once")
    func certificateEnded() async throws {
        let frames = try await talk(ByteBuffer(bytes: bytes(.hello())), wallClock: { .max })
        #expect(frames == [.hello(streams: 128), .goaway(0, .draining, Status.certificateEnded.message)])
    }
}
