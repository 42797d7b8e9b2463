import Messages
import NIOCore
import Testing

@testable import RPC

/// Every rule that a client can break, and the goaway that names it.
@Suite struct ViolationTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let reason: GoawayReason
        let frames: [Frame]
        init(_ description: String, _ reason: GoawayReason, _ frames: [Frame]) {
            self.description = description
            self.reason = reason
            self.frames = frames
        }
    }

    @Test func textForTheLog() {
        #expect("\(Violation(.stream, "streams rise"))" == "STREAM: streams rise")
    }

    static let beforeHello: [Case] = [
        .init("request first", .hello, [.request(1)]),
        .init("ping first", .hello, [.ping(1)]),
        .init("unknown version", .hello, [.hello(version: 2)]),
        .init("version zero", .hello, [.hello(version: 0)]),
        .init("frames too small", .hello, [.hello(frame: 16_383)]),
        .init("no window", .hello, [.hello(window: 0)]),
        .init("window over 2^31-1", .hello, [.hello(window: 1 << 31)]),
        .init("streams of a client", .hello, [.hello(streams: 1)]),
        .init("hello on a stream", .stream, [Frame(stream: 1, kind: Frame.hello().kind)]),
        .init("no kind", .malformedFrame, [Frame(stream: 5)]),
    ]

    static let afterHello: [Case] = [
        .init("second hello", .hello, [.hello()]),
        .init("no kind", .malformedFrame, [Frame(stream: 1)]),
        .init("even stream", .stream, [.request(2)]),
        .init("stream zero", .stream, [.request(0)]),
        .init("stream used twice", .stream, [.request(1), .request(1)]),
        .init("falling streams", .stream, [.request(5), .request(3)]),
        .init("message on a stream never opened", .stream, [.request(1), .message(3)]),
        .init("half_close on a stream never opened", .stream, [.halfClose(1)]),
        .init("cancel on a stream never opened", .stream, [.cancel(1)]),
        .init("credit on a stream never opened", .stream, [.credit(1, 1)]),
        .init("message on an even stream", .stream, [.request(5), .message(4)]),
        .init("ping on a stream", .stream, [Frame(stream: 1, kind: .ping(Ping()))]),
        .init("pong on a stream", .stream, [Frame(stream: 1, kind: .pong(Pong()))]),
        .init("goaway on a stream", .stream, [Frame(stream: 1, kind: .goaway(Goaway()))]),
        .init("response from a client", .unexpectedFrame, [Frame(stream: 1, kind: .response(Response()))]),
        .init("message after half_close", .unexpectedFrame, [.opening(1), .halfClose(1), .message(1)]),
        .init("second half_close", .unexpectedFrame, [.opening(1), .halfClose(1), .halfClose(1)]),
        .init("message on a done request", .unexpectedFrame, [.request(1, "test.Echo/Held"), .message(1)]),
        .init("message after cancel", .unexpectedFrame, [.opening(1, "test.Echo/Endless"), .cancel(1), .message(1)]),
        .init(
            "message without window", .flowControl,
            [.opening(1, "test.Echo/Endless"), .message(1, Array(repeating: 0, count: 65_536)), .message(1)]),
        .init(
            "message without window on a call that ended", .flowControl,
            [.opening(1, "no/Such"), .message(1, Array(repeating: 0, count: 65_536)), .message(1)]),
        .init("credit of zero", .flowControl, [.opening(1), .credit(1, 0)]),
        .init("credit past 2^31-1", .flowControl, [.opening(1), .credit(1, UInt32(Int32.max) - 65_535)]),
        .init("too many pings", .excess, (0...10).map { .ping(UInt64($0)) }),
        .init(
            "unasked pongs", .excess, (0...10).map { Frame(stream: 0, kind: .pong(Pong(data: UInt64($0)))) }),
        .init("strays", .excess, [.request(1)] + Array(repeating: .cancel(1), count: 67)),
    ]

    @Test(arguments: beforeHello)
    func greeting(_ example: Case) throws {
        try check(example, Rig(greeted: false))
    }

    @Test(arguments: afterHello)
    func serving(_ example: Case) throws {
        try check(example, Rig())
    }

    private func check(_ example: Case, _ rig: Rig) throws {
        try rig.send(example.frames)
        let goaway = try #require(try rig.goaway())
        #expect(goaway.reason == example.reason)
        #expect(!goaway.message.isEmpty)
        #expect(!rig.channel.isActive)
        #expect(rig.errors.values.count == 1)
    }

    @Test("after the goaway nothing is looked at")
    func nothingMore() throws {
        let rig = try Rig()
        try rig.send([.request(2), .request(3)])
        let frames = try rig.receive()
        #expect(frames.count == 1)
    }

    @Test("an oversized or empty frame ends the connection", arguments: [0, (4 << 20) + 1] as [UInt32])
    func size(length: UInt32) throws {
        let rig = try Rig()
        try rig.sendBytes(ByteBuffer(integer: length))
        #expect(try rig.goaway()?.reason == .frameSize)
    }

    @Test("the last stream stands in the goaway")
    func lastStream() throws {
        let rig = try Rig()
        try rig.send([.request(1), .request(7), .request(2)])
        #expect(try rig.goaway()?.lastStream == 7)
    }

    @Test("races that a correct client can run into change nothing")
    func races() throws {
        let rig = try Rig()
        // Each of these comes after the server's response has left.
        try rig.send([.request(1), .cancel(1), .credit(1, 5)])
        try rig.send([.opening(3, "no/Such"), .message(3, [1]), .halfClose(3)])
        try rig.send([.opening(5, "no/Such"), .message(5, Array(repeating: 0, count: 4 << 10)), .cancel(5)])
        try rig.send(.request(7))
        let frames = try rig.receive()
        #expect(frames.map(\.stream) == [1, 3, 5, 7])
        #expect(frames.last?.isOK == true)
    }

    @Test("pings are fine with work between, or over time")
    func pings() throws {
        let rig = try Rig()
        for index in 0..<50 { try rig.send([.ping(1), .request(UInt32(index) * 2 + 1)]) }
        for _ in 0..<50 {
            try rig.send(.ping(2))
            rig.advance(.seconds(2))
        }
        #expect(try rig.receive().count == 150)
        #expect(rig.channel.isActive)
    }
}
