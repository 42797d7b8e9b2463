import Messages
import NIOCore
import Testing

@testable import RPC

/// Streaming calls and their windows, frame by frame.
@Suite struct ServerStreamTests {
    @Test("messages go both ways until the client is done")
    func both() throws {
        let rig = try Rig()
        try rig.send([.opening(1), .message(1, StreamMessage(body: [7]).encoded())])
        #expect(try rig.receive() == [.message(1, StreamMessage(body: [7]).encoded())])
        try rig.send([.message(1, StreamMessage(body: [8]).encoded()), .halfClose(1)])
        let frames = try rig.receive()
        #expect(frames.count == 2)
        #expect(frames.last?.isOK == true)
    }

    @Test("the server sends while the window is above zero, and goes on with credit")
    func window() throws {
        let rig = try Rig(greeted: false)
        // Each message is 12 bytes on the stream: the third takes the window of 30 below zero.
        try rig.send([.hello(window: 30), .request(1, "test.Echo/Down", [10] + Array(repeating: 1, count: 10))])
        #expect(try rig.receive().filter { $0.stream == 1 }.count == 3)
        try rig.send(.credit(1, 6))
        #expect(try rig.receive().isEmpty)
        try rig.send(.credit(1, 1))
        #expect(try rig.receive().count == 1)
        try rig.send(.credit(1, 1_000))
        let rest = try rig.receive()
        #expect(rest.count == 7)
        #expect(rest.last?.isOK == true)
    }

    @Test("a message of megabytes passes a window of 64 KiB")
    func large() throws {
        let rig = try Rig()
        let big = StreamMessage(body: Array(repeating: 3, count: 3 << 20)).encoded()
        try rig.send([.opening(1), .message(1, big)])
        let frames = try rig.receive()
        #expect(frames.contains(.message(1, big)))
        // What the handler took is given back whole.
        #expect(frames.contains(.credit(1, UInt32(big.count))))
    }

    @Test("credit comes only for what the handler took")
    func credit() throws {
        let rig = try Rig()
        let message = StreamMessage(body: Array(repeating: 1, count: 40_000)).encoded()
        try rig.send([.opening(1, "test.Echo/Endless"), .message(1, message)])
        #expect(!(try rig.receive().contains { if case .credit = $0.kind { true } else { false } }))
        try rig.send([.opening(3), .message(3, message)])
        #expect(try rig.receive().contains(.credit(3, UInt32(message.count))))
    }

    @Test("the first message, in the request, is not counted")
    func firstMessage() throws {
        let rig = try Rig()
        let message = StreamMessage(body: Array(repeating: 1, count: 60_000)).encoded()
        try rig.send([
            Frame(stream: 1, kind: .request(Request(method: "test.Echo/Both", message: message))),
            .halfClose(1),
        ])
        let frames = try rig.receive()
        #expect(frames.count == 2)
        #expect(frames.first == .message(1, message))
    }

    @Test("a status after messages leaves after them")
    func order() throws {
        let rig = try Rig()
        let one = StreamMessage(body: [1]).encoded()
        try rig.send([
            .opening(1), .message(1, one), .message(1, one), .message(1, StreamMessage(body: [255]).encoded()),
        ])
        let frames = try rig.receive()
        #expect(frames.count == 3)
        #expect(frames.last?.status == refusal)
        // The client did not know when it sent these.
        try rig.send([.message(1, one), .halfClose(1)])
        #expect(rig.channel.isActive)
    }

    @Test("a message that is not the method's ends the call")
    func malformed() throws {
        let rig = try Rig()
        try rig.send([.opening(1), .message(1, [255])])
        #expect(try rig.receive().last?.status?.reason == .malformedMessage)
    }

    @Test("a cancel fails the handler's reader, and nothing more is said")
    func cancel() throws {
        let ended = Recorded<Status>()
        var router = Router()
        router.bidirectional(Echo.both) { requests, _, _ in
            do {
                for try await _ in requests {}
            } catch let status as Status {
                ended.add(status)
                throw status
            }
        }
        let rig = try Rig(router)
        try rig.send([.opening(1), .cancel(1)])
        #expect(try rig.receive().isEmpty)
        #expect(ended.values.map(\.code) == [.cancelled])
    }

    @Test("empty messages fill the window too")
    func empty() throws {
        var limits = Limits()
        limits.turnFramesMax = .max
        limits.turnBytesMax = .max
        let rig = try Rig(limits: limits)
        try rig.send([.opening(1, "test.Echo/Endless")])
        _ = try rig.receive()
        try rig.send(Array(repeating: .message(1), count: 65_536))
        #expect(rig.channel.isActive)
        try rig.send(.message(1))
        #expect(try rig.goaway()?.reason == .flowControl)
    }
}
