import NIOCore
import TLS
import Testing

@Suite struct TransferTests {
    private func established() throws -> Pair {
        let pair = try Fixture().pair()
        try pair.run()
        return pair
    }

    @Test("there and back", arguments: [0, 1, 16_383, 16_384, 16_385, 1_048_576])
    func echo(count: Int) throws {
        let pair = try established()
        let promise = pair.client.channel.eventLoop.makePromise(of: Void.self)
        pair.client.channel.writeAndFlush(pattern(count), promise: promise)
        try pair.run()
        try promise.futureResult.wait()
        let arrived = pair.server.recorder.takePlaintext()
        #expect(arrived == pattern(count))
        pair.server.send(arrived)
        try pair.run(pieceBytes: 1_021)
        #expect(pair.client.recorder.plaintext == pattern(count))
    }

    @Test("nothing leaves before the flush, and many small writes leave as one record")
    func coalesced() throws {
        let pair = try established()
        let promises = (0..<100).map { _ in pair.client.channel.eventLoop.makePromise(of: Void.self) }
        for promise in promises { pair.client.channel.write(pattern(100), promise: promise) }
        #expect(try pair.client.sent().isEmpty)
        pair.client.channel.flush()
        let sent = try pair.client.sent()
        #expect(sent.count == 1)
        #expect(recordSizes(sent[0]) == [100 * 100 + 17])
        for promise in promises { try promise.futureResult.wait() }
        pair.server.receive(sent[0])
        #expect(pair.server.recorder.plaintext.readableBytes == 10_000)
        #expect(pair.server.recorder.reads == 1)
    }

    @Test(
        "full records first, the rest in the last one",
        arguments: [
            ([16_384], [16_384]),
            ([16_385], [16_384, 1]),
            ([100, 16_384], [16_384, 100]),
            ([16_384, 100], [16_384, 100]),
            ([40_000, 100, 0, 100], [16_384, 16_384, 7_432]),
            ([10_000, 10_000, 10_000, 10_000], [16_384, 16_384, 7_232]),
            ([0, 0], []),
        ] as [([Int], [Int])])
    func records(writes: [Int], expected: [Int]) throws {
        let pair = try established()
        var whole = ByteBuffer()
        for (index, count) in writes.enumerated() {
            var part = pattern(count + index)
            part.moveReaderIndex(forwardBy: index)
            whole.writeImmutableBuffer(part)
            pair.client.channel.write(part, promise: nil)
        }
        pair.client.channel.flush()
        let sent = try pair.client.sent()
        #expect(sent.count <= 1)
        #expect(sent.flatMap(recordSizes) == expected.map { $0 + 17 })
        for buffer in sent { pair.server.receive(buffer) }
        #expect(pair.server.recorder.plaintext == whole)
    }

    @Test("many records in one read are one read for the application")
    func oneRead() throws {
        let pair = try established()
        for _ in 0..<10 { pair.client.send(pattern(1_000)) }
        var burst = ByteBuffer()
        for buffer in try pair.client.sent() { burst.writeImmutableBuffer(buffer) }
        #expect(recordSizes(burst).count == 10)
        pair.server.receive(burst)
        #expect(pair.server.recorder.reads == 1)
        #expect(pair.server.recorder.plaintext.readableBytes == 10_000)
    }

    @Test("what is written before the handshake leaves right after it, in order")
    func early() throws {
        let pair = try Fixture().pair()
        let promise = pair.client.channel.eventLoop.makePromise(of: Void.self)
        pair.client.channel.write(ByteBuffer(string: "first "), promise: nil)
        pair.client.channel.writeAndFlush(ByteBuffer(string: "second"), promise: promise)
        pair.server.send(ByteBuffer(string: "greeting"))
        try pair.run()
        try promise.futureResult.wait()
        #expect(String(buffer: pair.server.recorder.plaintext) == "first second")
        #expect(String(buffer: pair.client.recorder.plaintext) == "greeting")
    }

    @Test("a part of a record asks for more, a whole one does not")
    func reading() throws {
        let pair = try established()
        let counter = ReadCounter()
        try pair.server.channel.pipeline.syncOperations.addHandler(counter, position: .first)
        pair.client.send(pattern(100))
        var record = try #require(pair.client.sent().first)
        let start = record.readSlice(length: 50)
        let head = try #require(start)
        pair.server.receive(head)
        #expect(counter.reads == 1)
        pair.server.receive(record)
        #expect(counter.reads == 1)
        #expect(pair.server.recorder.plaintext == pattern(100))
    }
}

/// Counts how often the handlers above ask for more.
private final class ReadCounter: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var reads = 0

    func read(context: ChannelHandlerContext) {
        reads += 1
        context.read()
    }
}
