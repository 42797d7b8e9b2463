import Messages
import NIOCore
import Testing

@testable import RPC

/// What is large is read elsewhere.
@Suite struct OffloadTests {
    private static let large = [UInt8](repeating: 5, count: Offload.inlineBytesMax + 1)

    /// Turns do not end, so that every rest is one for something large.
    private static var limits: Limits {
        var limits = Limits.standard
        (limits.turnFramesMax, limits.turnBytesMax) = (.max, .max)
        return limits
    }

    private static func message(_ frame: Frame) -> [UInt8]? {
        guard case .response(let response) = frame.kind else { return nil }
        return response.message
    }

    private func rig() throws -> Rig { try Rig(limits: Self.limits, offloads: true) }

    /// Reads one thing elsewhere. The frames that this brings.
    private func readOne(_ rig: Rig) throws -> [Frame] {
        rig.side.run()
        return try rig.receive()
    }

    @Test("a large request is read in two steps elsewhere, its frame and its message; what came behind waits for the first")
    func request() throws {
        let rig = try rig()
        try rig.send([.request(1, "test.Echo/Unary", Self.large), .request(3)])
        #expect(try rig.receive().isEmpty)
        // The frame is read: the call begins, and its message is read next.
        #expect(try readOne(rig).map(\.stream) == [3])
        let frames = try readOne(rig)
        #expect(frames.map(\.stream) == [1] && frames.allSatisfy(\.isOK))
        #expect(frames.first.map(Self.message) == StreamMessage(body: Self.large).encoded())
    }

    @Test("a small request is not")
    func small() throws {
        let rig = try rig()
        try rig.send(.request(1, "test.Echo/Unary", Array(repeating: 5, count: Offload.inlineBytesMax - 100)))
        #expect(try rig.receive().map(\.stream) == [1])
    }

    @Test("nothing is read from the socket meanwhile")
    func rests() throws {
        let rig = try rig()
        try rig.send(.request(1, "test.Echo/Unary", Self.large))
        try rig.send(.request(3))
        #expect(try rig.receive().isEmpty)
        #expect(try readOne(rig).map(\.stream) == [3])
        try rig.send(.request(5))
        #expect(try rig.receive().isEmpty)
        #expect(try readOne(rig).map(\.stream).sorted() == [1, 5])
    }

    @Test("a large frame that is broken ends the connection, with what came behind unread")
    func broken() throws {
        let rig = try rig()
        var bytes = ByteBuffer(integer: UInt32(Self.large.count))
        bytes.writeRepeatingByte(0xFF, count: Self.large.count)
        bytes.writeBytes(RPCTests.bytes(.request(1)))
        try rig.sendBytes(bytes)
        #expect(try rig.goaway() == nil)
        rig.side.run()
        #expect(try rig.goaway()?.reason == .malformedFrame)
    }

    @Test("a large message that is broken fails its call")
    func brokenMessage() throws {
        let rig = try rig()
        let broken = [UInt8](repeating: 0xFF, count: Self.large.count)
        try rig.send(
            Frame(stream: 1, kind: .request(Request(method: "test.Echo/Unary", message: broken, done: true))))
        rig.side.run()
        #expect(try rig.receive().isEmpty)
        #expect(try readOne(rig).map(\.status?.code) == [.invalidArgument])
        try rig.send(.request(3))
        #expect(try rig.receive().map(\.stream) == [3])
    }

    @Test("messages of streams, large and small, keep their order")
    func stream() throws {
        let rig = try rig()
        let messages = [Self.large, [1], Self.large, [2]].map { StreamMessage(body: $0).encoded() }
        try rig.send([.opening(1)] + messages.map { .message(1, $0) } + [.halfClose(1)])
        var frames: [Frame] = []
        // Two large frames, and two large messages.
        for _ in 0..<4 { frames += try readOne(rig) }
        #expect(frames.filter { if case .message = $0.kind { true } else { false } } == messages.map { .message(1, $0) })
        #expect(frames.last?.isOK == true)
    }

    @Test("a cancelled call keeps its slot until its message was read, and is not answered")
    func cancelled() throws {
        var limits = Self.limits
        limits.streamsMax = 1
        let rig = try Rig(limits: limits, offloads: true)
        try rig.send([.request(1, "test.Echo/Unary", Self.large), .cancel(1), .request(3)])
        #expect(try readOne(rig).map(\.status?.reason) == [.limitExceeded])
        #expect(try readOne(rig).isEmpty)
        try rig.send(.request(5))
        #expect(try rig.receive().map(\.isOK) == [true])
    }

    @Test("a deadline passes while the message is read: the call is answered, once")
    func deadline() throws {
        let rig = try rig()
        try rig.send(.request(1, "test.Echo/Unary", Self.large, timeout: WireDuration(seconds: 1)))
        rig.side.run()
        #expect(try rig.receive().isEmpty)
        rig.advance(.seconds(2))
        #expect(try rig.receive().map(\.status?.code) == [.deadlineExceeded])
        #expect(try readOne(rig).isEmpty)
    }

    @Test("a connection that closes meanwhile does not hear of it")
    func closed() throws {
        for steps in 0..<2 {
            let rig = try rig()
            try rig.send(.request(1, "test.Echo/Unary", Self.large))
            for _ in 0..<steps {
                rig.side.run()
                _ = try rig.receive()
            }
            _ = try rig.channel.finish(acceptAlreadyClosed: true)
            rig.side.run()
            rig.channel.embeddedEventLoop.run()
            #expect(rig.errors.values.isEmpty)
        }
    }
}
