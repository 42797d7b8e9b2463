import NIOCore
import Testing

@testable import RPC

/// Memory that nothing is in any more is given back: it is counted for nobody.
@Suite struct KeptMemoryTests {
    private static let large = [UInt8](repeating: 7, count: 1 << 20)

    @Test("a queue, when a long message was taken from it", arguments: [0, 1, 300])
    func queue(left: Int) {
        var queue = MessageQueue()
        queue.append(Self.large)
        for _ in 0..<left { queue.append([1]) }
        #expect(queue.capacity > 1 << 20)
        #expect(queue.take()?.message.count == 1 << 20)
        #expect(queue.capacity <= 16 << 10)
        for _ in 0..<left { #expect(queue.take()?.message == [1]) }
        #expect(queue.take() == nil && queue.capacity <= 1 << 10)
    }

    @Test("a queue of short messages keeps its memory to fill it again")
    func shortQueue() {
        var queue = MessageQueue()
        queue.append([1])
        let capacity = queue.capacity
        for _ in 0..<10 {
            _ = queue.take()
            #expect(queue.capacity == capacity)
            queue.append([1])
        }
    }

    @Test("a reader of gRPC's messages, when a long one was taken", arguments: [0, 1, 300])
    func reader(left: Int) throws {
        var reader = GRPCMessageReader(messageBytesMax: 4 << 20, encoding: .identity)
        let prefix: [UInt8] = [0, 0, 16, 0, 0]
        reader.append(prefix.span)
        reader.append((Self.large + [UInt8](repeating: 0, count: left)).span)
        #expect(reader.capacity > 1 << 20)
        #expect(try reader.next()?.body == Self.large)
        #expect(reader.byteCount == left && reader.capacity <= 4 << 10)
    }

    @Test("a decoder of frames, when a long one was taken", arguments: [0, 1, 300], [Int.max, 16 << 10])
    func decoder(left: Int, inline: Int) throws {
        var decoder = FrameDecoder(frameBytesMax: 4 << 20, inlineBytesMax: inline)
        let frame = bytes(.message(1, Self.large))
        decoder.append(ByteBuffer(bytes: frame.prefix(1000)))
        decoder.append(ByteBuffer(bytes: frame.dropFirst(1000) + [UInt8](repeating: 1, count: left)))
        #expect(decoder.capacity > 1 << 20)
        if try decoder.next() == nil { #expect(decoder.takeLarge()?.readableBytes == frame.count) }
        #expect(decoder.isInsideFrame == (left > 0) && decoder.capacity <= 16 << 10)
    }
}
