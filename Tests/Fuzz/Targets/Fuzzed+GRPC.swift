import NIOCore

@testable import RPC

/// A whole `GRPCConnection` with handlers of every kind, on a channel without a socket and a clock without time.
extension Fuzzed {
    /// Operations as in `connection`.
    ///
    /// 1. The server sends whole frames, of kinds that a server sends, on streams that a client may open.
    /// 2. A connection on which nothing more comes ends by itself.
    /// 3. Every call that began has returned then, once the handlers may, and nothing is held any more.
    static func grpc(_ bytes: [UInt8]) throws(BrokenPromise) {
        var script = Script(bytes)
        let server = EmbeddedServer(.h2)
        defer { server.finish() }
        while let operation = script.next(), server.isOpen {
            switch operation {
            case 0..<0xF0: server.read(script.take(Int(operation)))
            case 0xF0..<0xF8: server.pass(.seconds([1, 4, 6, 11, 151, 301, 30, 2][Int(operation & 7)]))
            case 0xF8..<0xFC: server.openGate()
            default: server.drain()
            }
            try frames(in: server.said())
        }
        for _ in 0..<4 where server.isOpen { server.pass(.seconds(301)) }
        try frames(in: server.said())
        try promise(!server.isOpen, "a silent connection stays open")
        server.openGate()
        try promise(server.began == server.returned, "\(server.began) calls began and \(server.returned) returned")
        try promise(server.holding.byteCount == 0, "\(server.holding.byteCount) bytes are held of a connection that is over")
        try promise(server.holding.unfinished.byteCount == 0, "something is unfinished of a connection that is over")
        try promise(server.errorsOfConnection <= 1, "\(server.errorsOfConnection) errors of one connection")
    }

    /// DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE (RFC 9113 §6).
    private static let kinds: Set<UInt8> = [0, 1, 3, 4, 6, 7, 8]
    private static let ofTheConnection: Set<UInt8> = [4, 6, 7]

    private static func frames(in said: ByteBuffer) throws(BrokenPromise) {
        var rest = said
        while rest.readableBytes > 0 {
            guard let high: UInt8 = rest.readInteger(), let low: UInt16 = rest.readInteger(),
                let kind: UInt8 = rest.readInteger(), rest.readInteger(as: UInt8.self) != nil,
                let stream: UInt32 = rest.readInteger(), rest.readSlice(length: Int(high) << 16 | Int(low)) != nil
            else { throw BrokenPromise(description: "the server stops inside a frame") }
            try promise(kinds.contains(kind), "a server sends a frame of kind \(kind)")
            let isOfConnection = ofTheConnection.contains(kind) || (kind == 8 && stream == 0)
            try promise(isOfConnection ? stream == 0 : stream % 2 == 1, "kind \(kind) on stream \(stream)")
        }
    }
}
