import Messages
import NIOCore
import NIOEmbedded
import Synchronization

@testable import RPC

/// A whole `ServerConnection` with handlers of every kind, on a channel without a socket and a clock without time.
extension Fuzzed {
    /// Operations: below 0xF0 so many bytes arrive in one read; above, time passes, the server drains, handlers may go on.
    ///
    /// 1. What the server says keeps the protocol, as `ServerTalk` reads it.
    /// 2. A connection on which nothing more comes ends by itself.
    /// 3. Every call that began has returned then, once the handlers may, and nothing is held any more.
    static func connection(_ bytes: [UInt8]) throws(BrokenPromise) {
        var script = Script(bytes)
        let server = EmbeddedServer()
        defer { server.finish() }
        var talk = ServerTalk()
        while let operation = script.next(), server.isOpen {
            switch operation {
            case 0..<0xF0:
                let read = script.take(Int(operation))
                talk.heard(read)
                server.read(read)
            case 0xF0..<0xF8: server.pass(.seconds([1, 4, 6, 11, 151, 301, 30, 2][Int(operation & 7)]))
            case 0xF8..<0xFC: server.openGate()
            default:
                server.drain()
                talk.isDraining = true
            }
            try talk.said(server.said())
        }
        for _ in 0..<4 where server.isOpen { server.pass(.seconds(301)) }
        try talk.said(server.said())
        try promise(!server.isOpen, "a silent connection stays open")
        server.openGate()
        try promise(server.began == server.returned, "\(server.began) calls began and \(server.returned) returned")
        try promise(server.holding.byteCount == 0, "\(server.holding.byteCount) bytes are held of a connection that is over")
        try promise(server.holding.unfinished.byteCount == 0, "something is unfinished of a connection that is over")
        try promise(server.errorsOfConnection <= 1, "\(server.errorsOfConnection) errors of one connection")
    }
}

/// What a client may rely on, read from the server's bytes.
struct ServerTalk {
    private var client = FrameDecoder(frameBytesMax: Limits.standard.frameBytesMax)
    private var server = FrameDecoder(frameBytesMax: Limits.standard.frameBytesMax)
    private var greeted = false
    private var window = 0
    /// What the server may still send on each stream that was requested, until it is answered.
    private var open: [UInt32: Int] = [:]
    private var requested: Set<UInt32> = []
    private var pings: [UInt64] = []
    private var isOver = false
    var isDraining = false

    init() {}

    /// Reads along what the client says, as far as it makes sense.
    mutating func heard(_ bytes: [UInt8]) {
        client.append(ByteBuffer(bytes: bytes))
        while let frame = try? client.next() {
            switch frame.kind {
            case .hello(let hello)? where window == 0: window = Int(hello.streamWindowBytes)
            case .request? where requested.insert(frame.stream).inserted: open[frame.stream] = window
            case .credit(let credit)?: open[frame.stream]? += Int(credit.bytes)
            case .ping(let ping)?: pings.append(ping.data)
            default: break
            }
        }
    }

    mutating func said(_ bytes: ByteBuffer) throws(BrokenPromise) {
        server.append(bytes)
        while true {
            let frame: Frame?
            do throws(Violation) { frame = try server.next() } catch {
                throw BrokenPromise(description: "the server sends no frames: \(error)")
            }
            guard let frame else { break }
            try said(frame)
        }
        try promise(!server.isInsideFrame, "the server stops inside a frame")
    }

    private mutating func said(_ frame: Frame) throws(BrokenPromise) {
        try promise(!isOver, "\(frame) comes after the last goaway")
        if case .hello? = frame.kind {} else { try promise(greeted, "\(frame) comes before hello") }
        switch frame.kind {
        case .hello?:
            try promise(!greeted && frame.stream == 0, "a second hello")
            greeted = true
        case .response?:
            try promise(open.removeValue(forKey: frame.stream) != nil, "\(frame) answers no open call")
        case .message(let message)?:
            try promise(open[frame.stream] ?? 0 > 0, "\(frame) comes without window: \(open[frame.stream] ?? 0)")
            open[frame.stream]? -= max(1, message.body.count)
        case .credit(let credit)?:
            try promise(open[frame.stream] != nil && credit.bytes > 0, "\(frame) is for no open call")
        case .ping?: try promise(frame.stream == 0, "a ping on a stream")
        case .pong(let pong)?:
            try promise(!pings.isEmpty && pings.removeFirst() == pong.data, "\(frame) answers no ping")
        case .goaway(let goaway)?:
            let isRule = (GoawayReason.draining.rawValue...GoawayReason.excess.rawValue).contains(goaway.reason.rawValue)
            try promise(isRule && !goaway.message.isEmpty, "\(frame) names no rule")
            try promise(goaway.reason != .draining || isDraining, "\(frame) though nobody drains")
            isOver = goaway.reason != .draining
        case .request?, .halfClose?, .cancel?, nil: throw BrokenPromise(description: "a server sends \(frame)")
        }
    }
}
