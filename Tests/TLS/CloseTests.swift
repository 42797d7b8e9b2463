import NIOCore
import TLS
import Testing

@Suite struct CloseTests {
    private func established() throws -> Pair {
        let pair = try Fixture().pair()
        try pair.run()
        return pair
    }

    @Test("close says so to the peer, which closes too")
    func notify() throws {
        let pair = try established()
        pair.client.send(pattern(10))
        pair.client.channel.close(promise: nil)
        #expect(!pair.client.channel.isActive)
        try pair.run()
        #expect(pair.server.recorder.plaintext == pattern(10))
        #expect(pair.server.recorder.inputClosed == 1)
        #expect(pair.server.recorder.inactive == 1)
        #expect(pair.server.recorder.errors.isEmpty)
        #expect(pair.client.recorder.errors.isEmpty)
    }

    @Test("an end without close_notify is only inactive")
    func truncated() throws {
        let pair = try established()
        pair.server.channel.pipeline.fireChannelInactive()
        #expect(pair.server.recorder.inputClosed == 0)
        #expect(pair.server.recorder.inactive == 1)
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test("what was not flushed fails with the close, and so does what comes later")
    func lateWrites() throws {
        let pair = try established()
        let collected = pair.client.channel.eventLoop.makePromise(of: Void.self)
        pair.client.channel.write(pattern(10), promise: collected)
        pair.client.channel.close(promise: nil)
        #expect(throws: ChannelError.ioOnClosedChannel) { try collected.futureResult.wait() }
        let late = pair.client.channel.eventLoop.makePromise(of: Void.self)
        pair.client.channel.writeAndFlush(pattern(10), promise: late)
        #expect(throws: ChannelError.self) { try late.futureResult.wait() }
    }

    @Test("whoever hears an event may close in the middle of it", arguments: [true, false])
    func closedByListener(atHandshake: Bool) throws {
        let fixture = try Fixture()
        let pair = try fixture.pair()
        let closer = Closer(atHandshake: atHandshake)
        try pair.server.channel.pipeline.syncOperations.addHandler(
            closer, position: .before(pair.server.recorder))
        pair.client.send(pattern(30_000))
        try pair.run()
        #expect(!pair.server.channel.isActive)
        #expect(pair.client.recorder.inputClosed == 1)
        #expect(pair.server.recorder.errors.isEmpty)
        #expect(pair.client.recorder.errors.isEmpty)
    }
}

private final class Closer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let atHandshake: Bool

    init(atHandshake: Bool) {
        self.atHandshake = atHandshake
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if atHandshake, event is TLSHandshakeCompleted { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !atHandshake { context.close(promise: nil) }
        context.fireChannelRead(data)
    }
}
