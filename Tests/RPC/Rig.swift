import Messages
import NIOCore
import NIOEmbedded
import Synchronization

@testable import RPC

/// A server's connection on an embedded channel: frames in, frames out, time by hand.
final class Rig {
    let channel = EmbeddedChannel()
    let errors = Recorded<String>()
    /// Where large messages are read, when a test asks for that: does nothing until it is told to run.
    let side = EmbeddedEventLoop()
    private var decoder = FrameDecoder(frameBytesMax: 64 << 20)
    /// Outbound writes seen so far.
    private(set) var writes = 0

    let connection: ServerConnection

    /// Connected; with `greeted` both hellos have passed.
    init(
        _ router: Router = echoRouter(), limits: Limits = .standard, greeted: Bool = true, offloads: Bool = false,
        certificate: CertificateEnd? = nil, holding: CallerHolding? = nil
    ) throws {
        let errors = errors
        connection = ServerConnection(
            router: router, limits: limits, loop: channel.eventLoop, caller: clientURI, address: "192.0.2.1",
            certificate: certificate, holding: holding, largeMessages: offloads ? side : nil,
            errors: { error, _ in errors.add("\(error)") })
        try channel.pipeline.syncOperations.addHandler(connection)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        if greeted {
            try send(.hello())
            _ = try receive()
            writes = 0
        }
    }

    deinit { _ = try? channel.finish(acceptAlreadyClosed: true) }

    /// All frames arrive in one read.
    func send(_ frames: [Frame]) throws {
        var buffer = ByteBuffer()
        for frame in frames { buffer.writeBytes(bytes(frame)) }
        try sendBytes(buffer)
    }

    func send(_ frame: Frame) throws { try send([frame]) }

    func sendBytes(_ buffer: ByteBuffer) throws {
        try channel.writeInbound(buffer)
        channel.embeddedEventLoop.run()
    }

    /// Every frame since the last time.
    func receive() throws -> [Frame] {
        channel.embeddedEventLoop.run()
        var frames: [Frame] = []
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
            writes += 1
            decoder.append(buffer)
            while let frame = try decoder.next() { frames.append(frame) }
        }
        return frames
    }

    func advance(_ duration: Duration) {
        channel.embeddedEventLoop.advanceTime(by: TimeAmount(duration))
    }

    /// The reason and the text of the goaway that ended the connection; nil while it lives.
    func goaway() throws -> Goaway? {
        for frame in try receive() {
            if case .goaway(let goaway) = frame.kind { return goaway }
        }
        return nil
    }
}

/// What happened, in order, from any thread.
final class Recorded<Value: Sendable>: Sendable {
    private let list = Mutex<[Value]>([])
    var values: [Value] { list.withLock { $0 } }
    func add(_ value: Value) { list.withLock { $0.append(value) } }
}

/// Holds handlers until a test lets them go.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    /// Ignores cancellation, as a stubborn handler does.
    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

func bytes(_ frame: Frame) -> [UInt8] {
    var writer = FrameWriter()
    writer.write(frame)
    return Array(writer.take().readableBytesView)
}

extension Frame {
    static func hello(version: UInt32 = 1, frame: UInt32 = 4 << 20, window: UInt32 = 65_536, streams: UInt32 = 0) -> Frame {
        Frame(
            stream: 0,
            kind: .hello(Hello(version: version, frameBytesMax: frame, streamWindowBytes: window, streamsMax: streams)))
    }

    static func request(
        _ stream: UInt32, _ method: String = "test.Echo/Unary", _ body: [UInt8] = [], timeout: WireDuration? = nil,
        metadata: [MetadataEntry] = []
    ) -> Frame {
        let message = StreamMessage(body: body).encoded()
        return Frame(
            stream: stream,
            kind: .request(Request(method: method, timeout: timeout, metadata: metadata, message: message, done: true)))
    }

    static func opening(_ stream: UInt32, _ method: String = "test.Echo/Both") -> Frame {
        Frame(stream: stream, kind: .request(Request(method: method, noMessage: true)))
    }

    static func message(_ stream: UInt32, _ body: [UInt8] = []) -> Frame {
        Frame(stream: stream, kind: .message(StreamMessage(body: body)))
    }

    static func halfClose(_ stream: UInt32) -> Frame { Frame(stream: stream, kind: .halfClose(HalfClose())) }
    static func cancel(_ stream: UInt32) -> Frame { Frame(stream: stream, kind: .cancel(Cancel())) }
    static func credit(_ stream: UInt32, _ bytes: UInt32) -> Frame {
        Frame(stream: stream, kind: .credit(Credit(bytes: bytes)))
    }
    static func ping(_ data: UInt64) -> Frame { Frame(stream: 0, kind: .ping(Ping(data: data))) }

    var status: Status? {
        guard case .response(let response) = kind else { return nil }
        return response.status.map { Status(wire: $0) }
    }

    var isOK: Bool {
        guard case .response(let response) = kind else { return false }
        return response.status == nil
    }
}
