internal import NIOCore

/// Encoded messages in order, in one buffer.
///
/// Each is its length in four bytes and its bytes, so a queue of empty messages costs four bytes each
/// and a peer's window bounds the memory whatever the messages' size.
struct MessageQueue {
    /// The length's highest bit: the message did not spend window.
    private static let freeBit: UInt32 = 1 << 31
    /// The next one: inbound, it came compressed; outbound, it may not be.
    private static let compressionBit: UInt32 = 1 << 30
    private static let lengthBits = ~(freeBit | compressionBit)
    /// What an empty queue keeps of its memory: a connection has two queues for each of its streams.
    private static let keptBytes = 1 << 10
    private static let discardedBytes = 16 << 10

    private var buffer = ByteBuffer()
    /// Bytes of the messages, without their lengths.
    private(set) var byteCount = 0

    var isEmpty: Bool { buffer.readableBytes == 0 }
    /// Of the memory that it has.
    var capacity: Int { buffer.storageCapacity }

    /// `isFree`: the message does not count against the window. `isMarked`: what `compressionBit` says.
    mutating func append(_ message: [UInt8], isFree: Bool = false, isMarked: Bool = false) {
        let bits = (isFree ? Self.freeBit : 0) | (isMarked ? Self.compressionBit : 0)
        buffer.writeInteger(UInt32(message.count) | bits)
        buffer.writeBytes(message)
        byteCount += message.count
    }

    /// The size of the first message in bytes.
    var first: Int? {
        buffer.getInteger(at: buffer.readerIndex, as: UInt32.self).map { Int($0 & Self.lengthBits) }
    }

    mutating func take() -> (message: [UInt8], isFree: Bool, isMarked: Bool)? {
        guard let length: UInt32 = buffer.readInteger(),
            let message = buffer.readBytes(length: Int(length & Self.lengthBits))
        else { return nil }
        byteCount -= message.count
        if buffer.readerIndex > Self.discardedBytes { buffer.discardReadBytes() }
        if buffer.readableBytes == 0 { buffer.clear() }
        buffer.trim(keptBytes: buffer.readableBytes == 0 ? Self.keptBytes : Self.discardedBytes)
        return (message, length & Self.freeBit != 0, length & Self.compressionBit != 0)
    }

    mutating func clear() {
        buffer = ByteBuffer()
        byteCount = 0
    }
}
