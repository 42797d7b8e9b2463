import NIOCore
import NIOEmbedded
import TLS

/// One side of a connection without a socket.
struct Side {
    let channel: EmbeddedChannel
    let handler: TLSHandler
    let recorder = Recorder()
    /// Where a server computes its handshakes, if not on its own loop.
    let elsewhere: EmbeddedEventLoop?

    init(_ context: TLSContext, serverName: String?, expectedURI: String?) throws {
        try self.init(TLSHandler(context: context, serverName: serverName, expectedURI: expectedURI), nil)
    }

    init(server context: TLSContext, elsewhere: EmbeddedEventLoop? = nil) throws {
        try self.init(TLSHandler(context: context, handshakesOn: elsewhere), elsewhere)
    }

    private init(_ handler: TLSHandler, _ elsewhere: EmbeddedEventLoop?) throws {
        self.handler = handler
        self.elsewhere = elsewhere
        channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers([handler, recorder])
        channel.connect(to: try SocketAddress(unixDomainSocketPath: "/none"), promise: nil)
    }

    /// Everything the side has sent since last asked, one buffer for each write.
    func sent() throws -> [ByteBuffer] {
        var buffers: [ByteBuffer] = []
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) { buffers.append(buffer) }
        return buffers
    }

    func receive(_ buffer: ByteBuffer) {
        guard channel.isActive else { return }
        channel.pipeline.fireChannelRead(buffer)
        channel.pipeline.fireChannelReadComplete()
        channel.embeddedEventLoop.run()
    }

    /// Computes what waits elsewhere, and takes it back.
    func compute() {
        elsewhere?.run()
        channel.embeddedEventLoop.run()
    }

    func send(_ buffer: ByteBuffer) {
        channel.writeAndFlush(buffer, promise: nil)
    }
}

/// A client and a server, and the wire between them in the test's hand.
struct Pair {
    let client: Side
    let server: Side

    init(
        client: TLSContext, server: TLSContext, serverName: String? = "server.test",
        expectedURI: String? = nil, elsewhere: EmbeddedEventLoop? = nil
    ) throws {
        self.server = try Side(server: server, elsewhere: elsewhere)
        self.client = try Side(client, serverName: serverName, expectedURI: expectedURI)
    }

    /// Carries bytes to and fro, in pieces of `pieceBytes`, until both are silent.
    func run(pieceBytes: Int = .max) throws {
        var moved = true
        while moved {
            moved = false
            for (from, to) in [(client, server), (server, client)] {
                for var buffer in try from.sent() {
                    moved = moved || buffer.readableBytes > 0
                    while let piece = buffer.readSlice(length: min(pieceBytes, buffer.readableBytes)),
                        piece.readableBytes > 0
                    {
                        to.receive(piece)
                        to.compute()
                    }
                }
            }
        }
    }
}

/// The plaintext sizes, padding and tag included, of the TLS records in `buffer`, by their headers (RFC 8446 §5.1).
func recordSizes(_ buffer: ByteBuffer) -> [Int] {
    var rest = buffer
    var sizes: [Int] = []
    while let header = rest.readBytes(length: 5) {
        let size = Int(header[3]) << 8 | Int(header[4])
        sizes.append(size)
        guard rest.readSlice(length: size) != nil else { return sizes + [-1] }
    }
    return sizes
}

func pattern(_ count: Int) -> ByteBuffer {
    ByteBuffer(bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) })
}
