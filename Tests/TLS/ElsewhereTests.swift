import NIOCore
import NIOEmbedded
import Testing

@testable import TLS

/// A server's handshake computed on another loop; the test says when each of the two loops runs.
@Suite struct ElsewhereTests {
    private let elsewhere = EmbeddedEventLoop()

    /// A client that has said hello, and a server that has it but has not computed anything.
    private func away() throws -> Pair {
        let pair = try Fixture().pair(elsewhere: elsewhere)
        for buffer in try pair.client.sent() { pair.server.receive(buffer) }
        return pair
    }

    @Test("nothing is computed on the channel's own loop, and nothing said before the result is back")
    func twoLoops() throws {
        let pair = try away()
        #expect(try pair.server.sent().isEmpty)
        elsewhere.run()
        #expect(try pair.server.sent().isEmpty)
        pair.server.channel.embeddedEventLoop.run()
        for buffer in try pair.server.sent() { pair.client.receive(buffer) }
        #expect(pair.client.handler.isEstablished)
        for buffer in try pair.client.sent() { pair.server.receive(buffer) }
        #expect(!pair.server.handler.isEstablished)
        elsewhere.run()
        #expect(pair.server.recorder.peers.isEmpty)
        pair.server.channel.embeddedEventLoop.run()
        #expect(pair.server.recorder.peers.map(\.uri) == [clientURI])
        #expect(pair.server.handler.isEstablished)
    }

    @Test("one byte at a time, and what was written before goes out after")
    func byteByByte() throws {
        let pair = try Fixture().pair(elsewhere: elsewhere)
        pair.server.send(pattern(20_000))
        try pair.run(pieceBytes: 1)
        #expect(pair.client.recorder.plaintext == pattern(20_000))
        pair.client.send(pattern(20_000))
        try pair.run(pieceBytes: 1)
        #expect(pair.server.recorder.plaintext == pattern(20_000))
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test("what comes while it is computed is fed afterwards, in order", arguments: [1, 40, 100_000])
    func late(pieceBytes: Int) throws {
        let pair = try away()
        pair.server.compute()
        for buffer in try pair.server.sent() { pair.client.receive(buffer) }
        pair.client.send(pattern(30_000))
        // The end of the handshake and all that follows it, and not a step computed between.
        for var buffer in try pair.client.sent() {
            while let piece = buffer.readSlice(length: min(pieceBytes, buffer.readableBytes)), piece.readableBytes > 0 {
                pair.server.receive(piece)
            }
        }
        #expect(pair.server.recorder.plaintext.readableBytes == 0)
        while !pair.server.handler.isEstablished, pair.server.channel.isActive { pair.server.compute() }
        #expect(pair.server.recorder.plaintext == pattern(30_000))
        #expect(pair.server.recorder.peers.count == 1)
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test("a refusal is said once, and the peer hears it")
    func refused() throws {
        let fixture = try Fixture()
        let pair = try Pair(
            client: fixture.client(protocols: ["h2"]), server: fixture.server(), elsewhere: elsewhere)
        try pair.run()
        #expect(pair.server.recorder.tlsErrors.map(\.code) == [.noCommonProtocol])
        #expect(pair.client.recorder.tlsErrors.map(\.code) == [.noCommonProtocol])
        #expect(!pair.server.channel.isActive)
    }

    enum End: CaseIterable { case close, inactive }

    @Test(
        "the channel may end while a step waits, and when it has been computed but is not back",
        arguments: End.allCases, [false, true])
    func ended(end: End, computed: Bool) throws {
        let pair = try away()
        let server = pair.server
        let written = server.channel.eventLoop.makePromise(of: Void.self)
        server.channel.writeAndFlush(pattern(10), promise: written)
        if computed { elsewhere.run() }
        switch end {
        case .close: server.channel.close(promise: nil)
        case .inactive: server.channel.pipeline.fireChannelInactive()
        }
        #expect(throws: ChannelError.ioOnClosedChannel) { try written.futureResult.wait() }
        server.receive(pattern(10))
        server.compute()
        server.compute()
        #expect(server.recorder.peers.isEmpty)
        #expect(!server.handler.isEstablished)
        #expect(try server.sent().isEmpty)
        #expect(server.recorder.tlsErrors.map(\.code) == (end == .inactive ? [.closed] : []))
    }

    @Test("a step that waits for a channel that has ended holds nothing of it")
    func released() throws {
        weak var handler: TLSHandler?
        func connectAndGo() throws {
            let pair = try away()
            handler = pair.server.handler
            pair.server.channel.close(promise: nil)
            _ = try pair.server.channel.finish(acceptAlreadyClosed: true)
        }
        try connectAndGo()
        #expect(handler == nil)
        elsewhere.run()
    }

    @Test("a step that was dropped is not computed")
    func dropped() throws {
        let session = try Session(server: Fixture().server().loaded)
        let step = HandshakeStep(session) { _, _ in Issue.record("it was") }
        step.drop()
        step.run()
    }

    @Test("nothing is read while a step is computed, and the read that was asked for comes after it")
    func reads() throws {
        let pair = try away()
        let reads = Reads()
        try pair.server.channel.pipeline.syncOperations.addHandler(reads, position: .first)
        pair.server.channel.read()
        #expect(reads.count == 0)
        pair.server.compute()
        #expect(reads.count > 0)

        // The last step, with a message right behind it: what that delivers answers no read.
        for buffer in try pair.server.sent() { pair.client.receive(buffer) }
        pair.client.send(pattern(10))
        for buffer in try pair.client.sent() { pair.server.receive(buffer) }
        pair.server.channel.read()
        let before = reads.count
        while !pair.server.handler.isEstablished { pair.server.compute() }
        #expect(pair.server.recorder.plaintext == pattern(10))
        #expect(reads.count == before + 1)
    }
}

/// Counts the reads that reach the socket.
private final class Reads: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var count = 0

    func read(context: ChannelHandlerContext) {
        count += 1
        context.read()
    }
}
