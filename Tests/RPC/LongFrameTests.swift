import Messages
import NIOCore
import Testing

@testable import RPC

/// Long frames that have begun: one caller's wait for one another, over all its connections.
@Suite struct LongFrameTests {
    private static let long = bytes(.request(1, "test.Echo/Unary", Array(repeating: 7, count: 50_000)))

    private static func limits(_ unfinished: Int) -> Limits {
        var limits = Limits.standard
        limits.callerUnfinishedBytesMax = unfinished
        return limits
    }

    /// Two connections of one caller: of the first a long frame has begun.
    private func pair(_ unfinished: Int, offloads: Bool = false) throws -> (CallerHolding, Rig, Rig) {
        let limits = Self.limits(unfinished)
        let holding = CallerHolding(limits)
        let first = try Rig(limits: limits, offloads: offloads, holding: holding)
        let second = try Rig(limits: limits, offloads: offloads, holding: holding)
        try first.sendBytes(ByteBuffer(bytes: Self.long.prefix(20)))
        #expect(holding.unfinished.byteCount == Self.long.count - 4)
        return (holding, first, second)
    }

    private func rest(_ rig: Rig) throws {
        try rig.sendBytes(ByteBuffer(bytes: Self.long.dropFirst(20)))
    }

    @Test("below the ceiling a second one begins, at it it waits unread until the first is whole", arguments: [0, 1])
    func waits(below: Int) throws {
        let (holding, first, second) = try pair(Self.long.count - 4 + below)
        try second.sendBytes(ByteBuffer(bytes: Self.long.prefix(20)))
        try rest(second)
        #expect(try second.receive().map(\.stream) == (below > 0 ? [1] : []))
        try rest(first)
        #expect(try first.receive().map(\.stream) == [1])
        #expect(try second.receive().map(\.stream) == (below > 0 ? [] : [1]))
        #expect(holding.unfinished.byteCount == 0)
    }

    @Test("frames that are not long, or whole in one read, wait for nothing")
    func usual() throws {
        let (_, first, second) = try pair(1)
        try second.sendBytes(ByteBuffer(bytes: Self.long))
        try second.send([.request(3), .request(5, "test.Echo/Unary", Array(repeating: 7, count: 10_000))])
        #expect(try second.receive().map(\.stream) == [1, 3, 5])
        let short = bytes(.request(7, "test.Echo/Unary", Array(repeating: 7, count: 10_000)))
        try second.sendBytes(ByteBuffer(bytes: short.dropLast()))
        try second.sendBytes(ByteBuffer(bytes: short.suffix(1)))
        #expect(try second.receive().map(\.stream) == [7])
        #expect(first.channel.isActive)
    }

    @Test("the time of one that waits is not counted; that of one that has begun is, and ends the waiting")
    func times() throws {
        let (holding, first, second) = try pair(1)
        try second.sendBytes(ByteBuffer(bytes: Self.long.prefix(20)))
        for _ in 0..<12 {
            second.advance(.seconds(1))
            first.advance(.seconds(1))
        }
        #expect(try first.goaway()?.reason == .timeout)
        try rest(second)
        #expect(try second.receive().map(\.stream) == [1])
        #expect(holding.unfinished.byteCount == 0)
    }

    @Test("one that has begun is timed also while its client does not read")
    func unread() throws {
        let limits = Self.limits(1)
        let holding = CallerHolding(limits)
        let (first, second) = (try Rig(limits: limits, holding: holding), try Rig(limits: limits, holding: holding))
        first.channel.isWritable = false
        for rig in [first, second] { try rig.sendBytes(ByteBuffer(bytes: Self.long.prefix(20))) }
        first.advance(.seconds(9))
        #expect(first.channel.isActive && holding.unfinished.byteCount == Self.long.count - 4)
        first.advance(.seconds(2))
        #expect(try first.goaway()?.reason == .timeout)
        try rest(second)
        #expect(try second.receive().map(\.stream) == [1])
        #expect(holding.unfinished.byteCount == 0)
    }

    @Test("the time that one waits is no silence of its client's, however often and long it waits", arguments: [149, 299, 1000])
    func silence(seconds: Int) throws {
        let limits = Self.limits(1)
        let holding = CallerHolding(limits)
        let rig = try Rig(limits: limits, holding: holding)
        let other = holding.unfinished.begin(100)
        rig.advance(.seconds(140))
        try rig.sendBytes(ByteBuffer(bytes: Self.long.prefix(20)))
        for _ in 0..<seconds { rig.advance(.seconds(1)) }
        holding.unfinished.leave(other)
        rig.advance(.seconds(9))
        try rest(rig)
        #expect(try rig.receive().map(\.stream) == [1])
        rig.advance(.seconds(301))
        #expect(try rig.goaway()?.reason == .timeout)
    }

    @Test("one that goes while it waits leaves the line, and one that goes while it comes makes room")
    func leaves() throws {
        let (holding, first, second) = try pair(1)
        let third = try Rig(limits: Self.limits(1), holding: holding)
        for rig in [second, third] { try rig.sendBytes(ByteBuffer(bytes: Self.long.prefix(20))) }
        _ = try second.channel.finish(acceptAlreadyClosed: true)
        _ = try first.channel.finish(acceptAlreadyClosed: true)
        try rest(third)
        #expect(try third.receive().map(\.stream) == [1])
        #expect(holding.unfinished.byteCount == 0)
    }

    @Test("a frame that waits to be read elsewhere is unfinished until then, also when its connection has gone")
    func elsewhere() throws {
        let (holding, first, second) = try pair(.max, offloads: true)
        try rest(first)
        #expect(holding.unfinished.byteCount == Self.long.count - 4)
        try second.sendBytes(ByteBuffer(bytes: Self.long))
        _ = try second.channel.finish(acceptAlreadyClosed: true)
        #expect(holding.unfinished.byteCount > 2 * 50_000)
        for rig in [first, second] {
            rig.side.run()
            rig.channel.embeddedEventLoop.run()
        }
        #expect(holding.unfinished.byteCount == 0)
    }

    @Test("a connection keeps no long name of a method")
    func kept() throws {
        var reader = FrameReader()
        for (name, isKept) in [
            ("a/B", true), (String(repeating: "m", count: 256), true), (String(repeating: "m", count: 257), false),
        ] {
            let frame = Frame(stream: 1, kind: .request(Request(method: name, done: true)))
            let bytes = frame.encoded()
            #expect(reader.read(bytes.span) == frame)
            let kept = Mirror(reflecting: reader).descendant("method") as? String
            #expect((kept == name) == isKept && kept?.isEmpty == false)
        }
    }
}
