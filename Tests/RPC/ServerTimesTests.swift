import Messages
import NIOCore
import Testing

@testable import RPC

/// The times of a server's connection, with a clock driven by hand.
@Suite struct ServerTimesTests {
    @Test("no hello in time")
    func hello() throws {
        let rig = try Rig(greeted: false)
        rig.advance(.milliseconds(4_900))
        #expect(rig.channel.isActive)
        rig.advance(.milliseconds(200))
        let goaway = try rig.goaway()
        #expect(goaway?.reason == .timeout)
        #expect(!rig.channel.isActive)
    }

    @Test("a frame that is never finished, however often a byte comes")
    func slowFrame() throws {
        let rig = try Rig()
        let frame = bytes(.request(1, "test.Echo/Unary", Array(repeating: 0, count: 100)))
        for byte in frame.prefix(9) {
            try rig.sendBytes(ByteBuffer(integer: byte))
            rig.advance(.seconds(1))
        }
        #expect(rig.channel.isActive)
        rig.advance(.milliseconds(1_100))
        #expect(try rig.goaway()?.reason == .timeout)
    }

    @Test("frames that are each finished in time may go on for ever")
    func steady() throws {
        let rig = try Rig()
        var stream: UInt32 = 1
        for _ in 0..<20 {
            // The end of one frame and the start of the next.
            let frame = bytes(.request(stream))
            try rig.sendBytes(ByteBuffer(bytes: frame.prefix(5)))
            rig.advance(.seconds(6))
            try rig.sendBytes(ByteBuffer(bytes: frame.dropFirst(5)))
            stream += 2
        }
        #expect(try rig.receive().count == 20)
    }

    @Test("while we do not read, a started frame is not held against the peer")
    func paused() throws {
        let rig = try Rig()
        rig.channel.isWritable = false
        try rig.sendBytes(ByteBuffer(bytes: bytes(.request(1)).prefix(6)))
        rig.advance(.seconds(60))
        #expect(rig.channel.isActive)
    }

    @Test("an idle connection ends")
    func idle() throws {
        let rig = try Rig()
        rig.advance(.seconds(290))
        try rig.send(.request(1))
        _ = try rig.receive()
        rig.advance(.seconds(299))
        #expect(rig.channel.isActive)
        rig.advance(.seconds(2))
        #expect(try rig.goaway()?.reason == .timeout)
    }

    @Test("with a call open the server asks, and stays when it is answered")
    func asks() throws {
        let rig = try Rig()
        try rig.send(.opening(1))
        for _ in 0..<5 {
            rig.advance(.milliseconds(150_010))
            let ping = try #require(try rig.receive().first)
            guard case .ping(let data) = ping.kind else { throw Oops() }
            try rig.send(Frame(stream: 0, kind: .pong(Pong(data: data.data))))
        }
        #expect(rig.channel.isActive)
        rig.advance(.seconds(301))
        #expect(!rig.channel.isActive)
    }
}
