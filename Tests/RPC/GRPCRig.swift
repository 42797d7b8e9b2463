import Messages
import NIOCore
import NIOEmbedded

@testable import RPC

/// A server's gRPC connection on an embedded channel: HTTP/2's frames in and out, time by hand.
final class GRPCRig {
    let channel = EmbeddedChannel()
    let connection: GRPCConnection
    let errors = Recorded<String>()
    /// Where large messages are read, when a test asks for that.
    let side = EmbeddedEventLoop()

    /// Connected, both settings said. `window`: what the server may send on a stream before the client gives more.
    init(
        _ router: Router = echoRouter(), limits: Limits = .standard, window: UInt32 = 65_535, offloads: Bool = false,
        certificate: CertificateEnd? = nil, holding: CallerHolding? = nil
    ) throws {
        let errors = errors
        connection = GRPCConnection(
            router: router, limits: limits, loop: channel.eventLoop, caller: clientURI, address: "192.0.2.1",
            certificate: certificate, holding: holding, largeMessages: offloads ? side : nil,
            errors: { error, _ in errors.add("\(error)") })
        try channel.pipeline.syncOperations.addHandler(connection)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try send(H2.preface + H2.settings([(1, 0), (4, window)]))
        _ = try receive()
    }

    deinit { _ = try? channel.finish(acceptAlreadyClosed: true) }

    /// All in one read.
    func send(_ bytes: [UInt8]) throws { try send(ByteBuffer(bytes: bytes)) }

    func send(_ bytes: ByteBuffer) throws {
        try channel.writeInbound(bytes)
        channel.embeddedEventLoop.run()
    }

    /// Every frame since the last time.
    func receive() throws -> [H2] {
        channel.embeddedEventLoop.run()
        var all = ByteBuffer()
        while var buffer = try channel.readOutbound(as: ByteBuffer.self) { all.writeBuffer(&buffer) }
        return H2.frames(&all)
    }

    /// The streams that ended with a status, and which.
    func statuses() throws -> [UInt32: Int] {
        var statuses: [UInt32: Int] = [:]
        for frame in try receive() { statuses[frame.stream] = frame.status ?? statuses[frame.stream] }
        return statuses
    }

    func advance(_ duration: Duration) {
        channel.embeddedEventLoop.advanceTime(by: TimeAmount(duration))
    }
}

/// A frame of HTTP/2 (RFC 9113 §4.1), and what a client of gRPC puts into one.
struct H2: Equatable {
    static let (data, headers, reset, settings, goaway, windowUpdate): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) =
        (0, 1, 3, 4, 7, 8)
    static let (endStream, endHeaders): (UInt8, UInt8) = (1, 4)

    var kind: UInt8
    var flags: UInt8
    var stream: UInt32
    var payload: [UInt8]

    var bytes: [UInt8] {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt8(payload.count >> 16))
        buffer.writeInteger(UInt16(payload.count & 0xFFFF))
        buffer.writeInteger(kind)
        buffer.writeInteger(flags)
        buffer.writeInteger(stream)
        return Array(buffer.readableBytesView) + payload
    }

    static func frames(_ bytes: inout ByteBuffer) -> [H2] {
        var frames: [H2] = []
        while let high: UInt8 = bytes.readInteger(), let low: UInt16 = bytes.readInteger(),
            let kind: UInt8 = bytes.readInteger(), let flags: UInt8 = bytes.readInteger(),
            let stream: UInt32 = bytes.readInteger(),
            let payload = bytes.readBytes(length: Int(high) << 16 | Int(low))
        {
            frames.append(H2(kind: kind, flags: flags, stream: stream, payload: payload))
        }
        return frames
    }

    /// What follows `grpc-status` in a block of headers: the name by HPACK's Huffman code, then the length and the digits.
    /// The client has refused a table, so that a server writes it out each time.
    var status: Int? {
        let name: [UInt8] = [0x88, 0x9A, 0xCA, 0xC8, 0xB2, 0x12, 0x34, 0xDA, 0x8F]
        guard kind == H2.headers,
            let at = payload.indices.first(where: { payload[$0...].starts(with: name) }).map({ $0 + name.count }),
            at < payload.count
        else { return nil }
        return Int(String(decoding: payload[(at + 1)...].prefix(Int(payload[at])), as: UTF8.self))
    }

    // MARK: What a client says

    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    static func settings(_ values: [(UInt16, UInt32)]) -> [UInt8] {
        var payload = ByteBuffer()
        for (name, value) in values {
            payload.writeInteger(name)
            payload.writeInteger(value)
        }
        return H2(kind: settings, flags: 0, stream: 0, payload: Array(payload.readableBytesView)).bytes
    }

    /// Headers of a call, as literals (RFC 7541 §6.2.2).
    static func call(_ stream: UInt32, _ method: String, _ more: [(String, String)] = []) -> [UInt8] {
        let fields =
            [
                (":method", "POST"), (":scheme", "https"), (":path", "/" + method), (":authority", "test"),
                ("content-type", "application/grpc"), ("te", "trailers"),
            ] + more
        var block: [UInt8] = []
        for (name, value) in fields { block += [0] + text(name) + text(value) }
        return H2(kind: headers, flags: endHeaders, stream: stream, payload: block).bytes
    }

    private static func text(_ text: String) -> [UInt8] {
        precondition(text.utf8.count < 127, "a length of one byte")
        return [UInt8(text.utf8.count)] + text.utf8
    }

    /// Part of a body, in frames of 16 KiB at most.
    static func body(_ stream: UInt32, _ bytes: some Collection<UInt8>, isLast: Bool = true) -> [UInt8] {
        var (all, rest): ([UInt8], [UInt8]) = ([], Array(bytes))
        repeat {
            let part = Array(rest.prefix(16 << 10))
            rest = Array(rest.dropFirst(part.count))
            let flags = isLast && rest.isEmpty ? endStream : 0
            all += H2(kind: data, flags: flags, stream: stream, payload: part).bytes
        } while !rest.isEmpty
        return all
    }

    /// A message of the echo with its prefix.
    static func message(_ body: [UInt8]) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.writeGRPC(StreamMessage(body: body).encoded(), compressed: false)
        return Array(buffer.readableBytesView)
    }

    static func unary(
        _ stream: UInt32, _ method: String = "test.Echo/Unary", _ body: [UInt8] = [], more: [(String, String)] = []
    ) -> [UInt8] {
        call(stream, method, more) + self.body(stream, message(body))
    }

    static func window(_ stream: UInt32, _ bytes: UInt32) -> [UInt8] {
        H2(kind: windowUpdate, flags: 0, stream: stream, payload: withBytes(of: bytes)).bytes
    }

    private static func withBytes(of number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
