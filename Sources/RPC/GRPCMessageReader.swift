internal import Gzip
internal import NIOCore

/// Cuts a request's body into messages: a byte that says whether it is compressed, four bytes of length, the message
/// (gRPC over HTTP/2, "Length-Prefixed-Message").
struct GRPCMessageReader {
    private static let prefixBytes = 5
    private static let keptBytes = 4 << 10

    private let messageBytesMax: Int
    private let encoding: GRPCHead.Encoding
    private var buffer = ByteBuffer()
    /// The usual request: one message that came alone and in one piece. It is in front of the buffer, which is empty then.
    private var whole: [UInt8]?
    /// A message came compressed.
    private(set) var sawCompressed = false
    /// The message that `next` gave last did.
    private(set) var lastWasCompressed = false

    init(messageBytesMax: Int, encoding: GRPCHead.Encoding) {
        self.messageBytesMax = messageBytesMax
        self.encoding = encoding
    }

    var isEmpty: Bool { byteCount == 0 }
    /// Bytes that no message has been made of.
    var byteCount: Int { buffer.readableBytes + (whole.map { Self.prefixBytes + $0.count } ?? 0) }

    /// Of the memory that it has.
    var capacity: Int { buffer.storageCapacity }

    /// Drops what came: nobody waits for it.
    mutating func clear() {
        guard !isEmpty else { return }
        buffer = ByteBuffer()
        whole = nil
    }

    mutating func append(_ bytes: Span<UInt8>) {
        if isEmpty {
            buffer.clear()
            whole = Self.whole(bytes, messageBytesMax)
            if whole != nil { return }
        } else if let message = whole {
            whole = nil
            buffer.writeGRPC(message, compressed: false)
        }
        unsafe bytes.withUnsafeBufferPointer { _ = unsafe buffer.writeBytes($0) }
    }

    private static func whole(_ bytes: Span<UInt8>, _ max: Int) -> [UInt8]? {
        let count = bytes.count - prefixBytes
        guard count >= 0, count <= max, bytes[0] == 0 else { return nil }
        let announced = Int(bytes[1]) << 24 | Int(bytes[2]) << 16 | Int(bytes[3]) << 8 | Int(bytes[4])
        guard announced == count else { return nil }
        return unsafe bytes.withUnsafeBufferPointer { unsafe Array($0.dropFirst(prefixBytes)) }
    }

    /// How long the message at the front is with its prefix; nil before its prefix is here. Refuses one that is too long
    /// before more of it comes.
    func announced() throws(Status) -> Int? {
        if let whole { return Self.prefixBytes + whole.count }
        let start = buffer.readerIndex
        guard let length = buffer.getInteger(at: start + 1, as: UInt32.self) else { return nil }
        guard length <= messageBytesMax else {
            throw Status.overLimit("a message of \(length) bytes is over the limit of \(messageBytesMax)")
        }
        return Self.prefixBytes + Int(length)
    }

    /// The next whole message; nil without one.
    mutating func next() throws(Status) -> GRPCMessage? {
        if let message = whole {
            whole = nil
            lastWasCompressed = false
            return GRPCMessage(body: message, isCompressed: false)
        }
        guard let byteCount = try announced(), buffer.readableBytes >= byteCount,
            let flag: UInt8 = buffer.readInteger()
        else { return nil }
        buffer.moveReaderIndex(forwardBy: Self.prefixBytes - 1)
        let body = buffer.readBytes(length: byteCount - Self.prefixBytes) ?? []
        if buffer.readableBytes > 0, buffer.readerIndex > 64 << 10 { buffer.discardReadBytes() }
        buffer.trim(keptBytes: Self.keptBytes)
        lastWasCompressed = flag == 1
        switch (flag, encoding) {
        case (0, _): break
        case (1, .gzip): sawCompressed = true
        case (1, _): throw Status.malformed("a message is compressed, and grpc-encoding does not say how")
        default: throw Status.malformed("a message's first byte is neither 0 nor 1")
        }
        return GRPCMessage(body: body, isCompressed: lastWasCompressed)
    }
}

extension ByteBuffer {
    /// Writes one message with its prefix.
    mutating func writeGRPC(_ message: [UInt8], compressed: Bool) {
        let body = compressed ? GzipCoding.deflate(message) : message
        reserveCapacity(minimumWritableBytes: 5 + body.count)
        writeInteger(compressed ? 1 : 0, as: UInt8.self)
        writeInteger(UInt32(body.count))
        writeBytes(body)
    }
}
