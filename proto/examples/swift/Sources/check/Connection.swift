import NIOCore
import NIOPosix
import NIOSSL
import SwiftProtobuf

/// One connection by the native protocol (proto/PROTOCOL.md), for unary calls one after another.
struct Connection {
    typealias Frame = Mandate_Rpc_V1_Frame
    typealias AsyncChannel = NIOAsyncChannel<Frame, ByteBuffer>

    private var inbound: NIOAsyncChannelInboundStream<Frame>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var nextStream: UInt32 = 1

    /// Connects, lets `body` make its calls, and closes.
    static func open<Result>(
        host: String, port: Int, tls: TLSConfiguration, _ body: (inout Connection) async throws -> Result
    ) async throws -> Result {
        let context = try NIOSSLContext(configuration: tls)
        let channel: AsyncChannel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOSSLClientHandler(context: context, serverHostname: host),
                        ByteToMessageHandler(FrameDecoder()),
                    ])
                    return try AsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = Connection(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            // The server's hello comes when it comes: its limits matter to who sends much.
            try await connection.send(
                .with {
                    $0.hello.version = 1
                    $0.hello.frameBytesMax = UInt32(FrameDecoder.frameBytesMax)
                    $0.hello.streamWindowBytes = 64 << 10
                })
            return try await body(&connection)
        }
    }

    /// TLS 1.3 both ways: the server knows its caller by the URI in the certificate.
    static func tls(authority: String, certificate: String, key: String) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        tls.applicationProtocols = ["mandate-rpc/1"]
        tls.trustRoots = .file(authority)
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        return tls
    }

    private init(
        inbound: NIOAsyncChannelInboundStream<Frame>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    /// One message each way; throws `CallError`. The server ends the call when `seconds` are over.
    mutating func unary<Answer: Message>(
        _ method: String, _ message: some Message, seconds: Int64, metadata: [String: String] = [:]
    ) async throws -> Answer {
        let stream = nextStream
        nextStream += 2
        let body: [UInt8] = try message.serializedBytes()
        try await send(
            .with {
                $0.stream = stream
                $0.request.method = method
                $0.request.message = .init(body)
                $0.request.done = true
                $0.request.timeout.seconds = seconds
                $0.request.metadata = metadata.map { pair in
                    .with {
                        $0.key = pair.key
                        $0.value = pair.value
                    }
                }
            })
        while let frame = try await inbound.next() {
            switch frame.kind {
            case .response(let response) where frame.stream == stream:
                guard response.status.code == 0 else { throw try CallError(response.status) }
                return try Answer(serializedBytes: [UInt8](response.message))
            case .ping(let ping):
                try await send(.with { $0.pong.data = ping.data })
            case .goaway(let goaway) where goaway.reason != .draining || goaway.lastStream < stream:
                throw CallError.broken(goaway.message)
            default:
                // The server's hello; a goaway of a server that drains and will answer this call.
                continue
            }
        }
        throw CallError.broken("the server closed the connection")
    }

    private func send(_ frame: Frame) async throws {
        try await outbound.write(FrameDecoder.encode(frame))
    }
}
