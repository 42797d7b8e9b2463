import Messages
import NIOCore
import NIOEmbedded
import TLS
import Testing

@testable import RPC

/// A client on an embedded event loop; the test is its server, and its clock.
final class ClientRig {
    /// What the client dials, in order: a channel, or nothing when the server is away.
    // @unchecked Sendable: touched by one test on one thread, the embedded loop's.
    private final class Line: @unchecked Sendable {
        var channels: [EmbeddedChannel] = []
        var isCut = false
        var dials = 0
        var firstStream: UInt32 = 1
    }

    let loop = EmbeddedEventLoop()
    let client: Client
    /// Why there was no connection, as the client has told.
    let reasons = Recorded<String>()
    private let line = Line()

    /// The server's certificate ends at `certificateEnd`, by `wallClock`: both in seconds since 1970.
    init(
        limits: Limits = .standard, certificateEnd: Int64? = nil, wallClock: @escaping @Sendable () -> Int64 = { 0 }
    ) {
        let (line, loop, reasons) = (line, NIOLoopBound(loop, eventLoop: loop), reasons)
        client = Client(
            loop: loop.value, server: "test at nowhere", limits: limits, backoff: Backoff(random: { 1 }), wallClock: wallClock,
            unreachable: { reasons.add($0) }
        ) { client in
            line.dials += 1
            guard !line.isCut else { return client.loop.makeFailedFuture(Oops()) }
            let channel = EmbeddedChannel(loop: loop.value)
            do {
                try channel.pipeline.syncOperations.addHandler(
                    ClientConnection(client: client, firstStream: line.firstStream))
                channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
            } catch {
                return client.loop.makeFailedFuture(error)
            }
            let peer = TLSPeer(
                uri: serverURI, dnsNames: [], protocolName: "mandate-rpc/1", version: "TLSv1.3", certificateExpiry: certificateEnd
            )
            channel.pipeline.fireUserInboundEventTriggered(TLSHandshakeCompleted(peer: peer))
            line.channels.append(channel)
            return client.loop.makeSucceededFuture(channel)
        }
    }

    var dials: Int { line.dials }
    var isConnected: Bool { line.channels.last?.isActive ?? false }
    func isConnected(_ connection: Int) -> Bool { line.channels[connection].isActive }
    func cut() { line.isCut = true }
    func mend() { line.isCut = false }
    func startStreams(at stream: UInt32) { line.firstStream = stream }

    func advance(_ duration: Duration) { loop.advanceTime(by: TimeAmount(duration)) }

    /// The frames that the client sent on a connection, the last one unless told.
    func receive(_ connection: Int? = nil) throws -> [Frame] {
        loop.run()
        let channel = try channel(connection)
        var decoder = FrameDecoder(frameBytesMax: 64 << 20)
        var frames: [Frame] = []
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
            decoder.append(buffer)
            while let frame = try decoder.next() { frames.append(frame) }
        }
        return frames
    }

    func send(_ frames: [Frame], _ connection: Int? = nil) throws {
        try channel(connection).writeInbound(ByteBuffer(bytes: frames.flatMap(bytes)))
        loop.run()
    }

    func send(_ frame: Frame, _ connection: Int? = nil) throws { try send([frame], connection) }

    private func channel(_ connection: Int?) throws -> EmbeddedChannel {
        try #require(line.channels.indices.contains(connection ?? 0) ? line.channels[connection ?? line.channels.count - 1] : nil)
    }

    func lose() throws { try channel(nil).close().wait() }

    /// As the client does at its end, before the loop goes on.
    func close() throws { try channel(nil).close(promise: nil) }

    /// Starts a unary call and gives where its result will be.
    func call(_ options: CallOptions = CallOptions()) -> Recorded<Result<[UInt8], Status>> {
        let results = Recorded<Result<[UInt8], Status>>()
        client.unary("test.Echo/Unary", [1], options) { results.add($0) }
        loop.run()
        return results
    }

    /// The server's hello.
    static func greeting(streams: UInt32 = 128) -> Frame { .hello(streams: streams) }

    static func answer(_ stream: UInt32, _ message: [UInt8] = []) -> Frame {
        Frame(stream: stream, kind: .response(Response(message: message)))
    }
}
