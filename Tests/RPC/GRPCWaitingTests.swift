import Messages
import NIOCore
import Testing

@testable import RPC

/// Nothing waits for a call that has ended meanwhile.
@Suite struct GRPCWaitingTests {
    private static let large = [UInt8](repeating: 5, count: 40_000)

    /// A client without window, whose one answer waits for it: further calls are parked.
    private func blocked() throws -> GRPCRig {
        var limits = Limits.standard
        limits.outboundHighWaterBytes = 1
        (limits.turnFramesMax, limits.turnBytesMax) = (.max, .max)
        let rig = try GRPCRig(limits: limits, window: 0)
        try rig.send(H2.unary(1))
        try rig.send(H2.unary(3))
        #expect(rig.connection.parked.map(\.id) == [3])
        return rig
    }

    /// Each with a kilobyte and five milliseconds.
    private func hundredCalls(from first: UInt32) -> ByteBuffer {
        let head = H2.call(0, "test.Echo/Unary", [("grpc-timeout", "5m")])
        let call = head + H2.body(0, H2.message([UInt8](repeating: 5, count: 1000)))
        var calls = ByteBuffer()
        for number in 0..<UInt32(100) {
            let start = calls.writerIndex
            calls.writeBytes(call)
            // Where a frame's stream stands.
            for at in [5, head.count + 5] { calls.setInteger(first + 2 * number, at: start + at) }
        }
        return calls
    }

    @Test("of 100,000 calls behind a closed window whose deadlines pass nothing stays, and later ones have their turn")
    func parked() throws {
        let rig = try blocked()
        let before = rig.connection.held.byteCount
        var held = 0
        for round in 0..<1000 {
            try rig.send(hundredCalls(from: UInt32(5 + 200 * round)))
            rig.advance(.milliseconds(20))
            held = max(held, rig.connection.held.byteCount)
            while try rig.channel.readOutbound(as: ByteBuffer.self) != nil {}
        }
        #expect(held == before)
        // The one whose answer waits, and the one without a deadline.
        #expect(rig.connection.streams.keys.sorted() == [1, 3] && rig.connection.parked.map(\.id) == [3])
        try rig.send(H2.window(1, 1000) + H2.window(3, 1000))
        #expect(try rig.statuses() == [1: 0, 3: 0])
    }

    @Test("a request that a short deadline has answered leaves nothing behind, however much of it came")
    func gathered() throws {
        let rig = try GRPCRig()
        for (stream, sent) in [(1, 100), (3, 30_000), (5, 40_005)] as [(UInt32, Int)] {
            let message = Array(H2.message(Self.large).prefix(sent))
            try rig.send(H2.call(stream, "test.Echo/Held", [("grpc-timeout", "5m")]) + H2.body(stream, message, isLast: false))
        }
        #expect(rig.connection.streams.count == 3 && rig.connection.large.granted == [1, 3, 5])
        rig.advance(.milliseconds(20))
        #expect(try rig.statuses() == [1: 4, 3: 4, 5: 4])
        #expect(rig.connection.streams.isEmpty && rig.connection.large.granted.isEmpty)
    }

    @Test("what a handler has not read goes when its call is answered, also while the handler stays")
    func unread() throws {
        let gate = Gate()
        let rig = try GRPCRig(echoRouter(gate: gate))
        let message = H2.message(Self.large)
        try rig.send(H2.call(1, "test.Echo/Endless", [("grpc-timeout", "5m")]) + H2.body(1, message, isLast: false))
        try rig.send(H2.body(1, message.prefix(20_000), isLast: false))
        let stream = try #require(rig.connection.streams[1])
        #expect(stream.reader.byteCount == 20_000)
        rig.advance(.milliseconds(20))
        #expect(stream.isAnswered && stream.reader.isEmpty)
        gate.open()
        _ = try rig.receive()
        #expect(rig.connection.streams.isEmpty)
    }

    @Test("an answer without window goes when its deadline passes, and makes room for calls that wait")
    func answers() throws {
        var limits = Limits.standard
        limits.outboundHighWaterBytes = 1
        let rig = try GRPCRig(limits: limits, window: 0)
        try rig.send(H2.unary(1, more: [("grpc-timeout", "1S")]))
        try rig.send(H2.unary(3))
        _ = try rig.receive()
        #expect(rig.connection.parked.map(\.id) == [3])
        rig.advance(.milliseconds(1010))
        let frames = try rig.receive()
        // CANCEL.
        #expect(frames.contains(H2(kind: H2.reset, flags: 0, stream: 1, payload: [0, 0, 0, 8])))
        #expect(rig.connection.parked.isEmpty && rig.connection.streams.keys.sorted() == [3])
        try rig.send(H2.window(3, 1000))
        #expect(try rig.statuses() == [3: 0])
    }
}
