import Messages
import NIOCore
import Testing

@testable import RPC

@Suite struct ServerConnectionTests {
    @Test("the server greets first, with its limits")
    func greets() throws {
        let rig = try Rig(greeted: false)
        #expect(try rig.receive() == [.hello(streams: 128)])
    }

    @Test("64 requests in one read are answered with one write, in order")
    func coalescing() throws {
        let rig = try Rig()
        try rig.send((0..<64).map { .request($0 * 2 + 1, "test.Echo/Unary", [UInt8($0)]) })
        let frames = try rig.receive()
        #expect(frames.map(\.stream) == (0..<64).map { $0 * 2 + 1 })
        #expect(frames.allSatisfy { $0.isOK })
        #expect(rig.writes == 1)
    }

    @Test("64 requests answered by tasks leave as one write too")
    func coalescingTasks() throws {
        let rig = try Rig()
        try rig.send((0..<64).map { .request($0 * 2 + 1, "test.Echo/Later", [UInt8($0)]) })
        #expect(try rig.receive().count == 64)
        #expect(rig.writes == 1)
    }

    @Test("a request that comes byte by byte is answered")
    func bytewise() throws {
        let rig = try Rig()
        for byte in bytes(.request(1)) { try rig.sendBytes(ByteBuffer(integer: byte)) }
        #expect(try rig.receive().first?.isOK == true)
    }

    @Test("an unknown method, a refusal, broken bytes and a broken handler end the call only")
    func failures() throws {
        let rig = try Rig()
        let broken = Frame(
            stream: 7, kind: .request(Request(method: "test.Echo/Unary", message: [255], done: true)))
        let notDone = Frame(stream: 9, kind: .request(Request(method: "test.Echo/Unary")))
        try rig.send([
            .request(1, "no/Such"), .request(3, "test.Echo/Refused"), .request(5, "test.Echo/Broken"), broken, notDone,
            .request(11, metadata: [MetadataEntry(key: "mandate-X", value: "")]), .request(13),
        ])
        let statuses = Dictionary(uniqueKeysWithValues: try rig.receive().map { ($0.stream, $0.status) })
        #expect(statuses[1]??.reason == .unknownMethod)
        #expect(statuses[3] == refusal)
        #expect(statuses[5] == Status(.internal, .internal, "internal error"))
        #expect(statuses[7]??.reason == .malformedMessage)
        #expect(statuses[9]??.reason == .malformedMessage)
        #expect(statuses[11]??.reason == .invalidField)
        #expect(statuses[13] == .some(nil))
        #expect(rig.errors.values == ["Oops()"])
    }

    @Test("a path longer than any method's is not looked up, and not all of it said again")
    func longPath() throws {
        let rig = try Rig()
        let path = "test.Echo/Unary" + String(repeating: "漢", count: 1 << 19)
        try rig.send(.request(1, path))
        let frames = try rig.receive()
        #expect(frames.first?.status?.reason == .unknownMethod)
        #expect(frames.first.map { bytes($0).count < 1000 } == true)
        rig.advance(.seconds(1))
        try rig.send(.request(3))
        #expect(try rig.receive().first?.isOK == true)
    }

    @Test("over the limit of streams a call is refused, and a slot frees when a handler returns")
    func streamsMax() throws {
        let gate = Gate()
        var limits = Limits()
        limits.streamsMax = 2
        let rig = try Rig(echoRouter(gate: gate), limits: limits)
        try rig.send([.request(1, "test.Echo/Held"), .request(3, "test.Echo/Held"), .request(5, "test.Echo/Held")])
        let refused = try rig.receive()
        #expect(refused.map(\.stream) == [5])
        #expect(refused.first?.status?.code == .resourceExhausted)
        #expect(refused.first?.status?.reason == .limitExceeded)
        gate.open()
        #expect(Set(try rig.receive().map(\.stream)) == [1, 3])
        try rig.send(.request(7, "test.Echo/Held"))
        #expect(try rig.receive().first?.isOK == true)
    }

    @Test("a cancelled call keeps its slot until its handler has returned, and is not answered")
    func rapidReset() throws {
        let gate = Gate()
        var limits = Limits()
        limits.streamsMax = 1
        let rig = try Rig(echoRouter(gate: gate), limits: limits)
        try rig.send([.request(1, "test.Echo/Held"), .cancel(1), .request(3)])
        #expect(try rig.receive().first?.status?.reason == .limitExceeded)
        gate.open()
        #expect(try rig.receive().isEmpty)
        try rig.send(.request(5))
        #expect(try rig.receive().map(\.stream) == [5])
    }

    @Test("a deadline ends the call on time; the slot stays with the handler")
    func deadline() throws {
        let gate = Gate()
        var limits = Limits()
        limits.streamsMax = 1
        let rig = try Rig(echoRouter(gate: gate), limits: limits)
        try rig.send(.request(1, "test.Echo/Held", timeout: WireDuration(seconds: 2)))
        rig.advance(.milliseconds(1_999))
        #expect(try rig.receive().isEmpty)
        rig.advance(.milliseconds(11))
        let late = try rig.receive()
        #expect(late.first?.status?.code == .deadlineExceeded)
        try rig.send(.request(3))
        #expect(try rig.receive().first?.status?.reason == .limitExceeded)
        gate.open()
        #expect(try rig.receive().isEmpty)
        try rig.send(.request(5))
        #expect(try rig.receive().first?.isOK == true)
    }

    @Test("a timeout of zero has passed already, a negative one is wrong")
    func timeouts() throws {
        let rig = try Rig()
        try rig.send([.request(1, timeout: WireDuration()), .request(3, timeout: WireDuration(seconds: -1))])
        let frames = try rig.receive()
        #expect(frames.first?.status?.code == .deadlineExceeded)
        #expect(frames.last?.status?.code == .invalidArgument)
    }

    @Test("when the socket takes nothing, nothing more is decoded; it goes on where it stopped")
    func backpressure() throws {
        let rig = try Rig()
        rig.channel.isWritable = false
        try rig.send([.request(1), .request(3)])
        #expect(try rig.receive().isEmpty)
        rig.channel.isWritable = true
        rig.channel.pipeline.fireChannelWritabilityChanged()
        #expect(try rig.receive().map(\.stream) == [1, 3])
    }

    @Test("answers over the high water leave before the burst is over")
    func highWater() throws {
        var limits = Limits()
        limits.turnBytesMax = .max
        let rig = try Rig(limits: limits)
        let big = [UInt8](repeating: 1, count: 600_000)
        try rig.send((0..<6).map { .request($0 * 2 + 1, "test.Echo/Unary", big) })
        #expect(try rig.receive().count == 6)
        #expect(rig.writes == 3)
    }

    @Test("an answer over the client's limit becomes RESOURCE_EXHAUSTED")
    func answerTooLarge() throws {
        let rig = try Rig(greeted: false)
        try rig.send([.hello(frame: 16_384), .request(1, "test.Echo/Unary", Array(repeating: 1, count: 20_000))])
        #expect(try rig.receive().last?.status?.reason == .limitExceeded)
    }

    @Test("draining: goaway, no new calls, the others are finished, then it closes")
    func drain() throws {
        let gate = Gate()
        let rig = try Rig(echoRouter(gate: gate))
        try rig.send(.request(1, "test.Echo/Held"))
        rig.channel.pipeline.fireUserInboundEventTriggered(DrainRequested())
        #expect(try rig.receive() == [.goaway(1, .draining, "the server is draining")])
        try rig.send([.request(3), .message(3), .cancel(3)])
        #expect(try rig.receive().isEmpty)
        #expect(rig.channel.isActive)
        gate.open()
        #expect(try rig.receive().map(\.stream) == [1])
        #expect(!rig.channel.isActive)
    }

    @Test("a lost connection cancels its calls")
    func loss() throws {
        let seen = Recorded<Bool>()
        let gate = Gate()
        var router = Router()
        router.unary(Echo.held) { (request, call) throws(Status) in
            .later {
                await gate.pass()
                seen.add(call.isCancelled && Task.isCancelled)
                return request
            }
        }
        let rig = try Rig(router)
        try rig.send(.request(1, "test.Echo/Held"))
        rig.channel.pipeline.close(promise: nil)
        rig.channel.embeddedEventLoop.run()
        gate.open()
        rig.channel.embeddedEventLoop.run()
        #expect(seen.values == [true])
    }
}
