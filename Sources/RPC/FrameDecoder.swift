internal import Messages
internal import NIOCore

/// Bytes in, frames out.
///
/// A frame is its length in four bytes, big-endian, and that many bytes of one `mandate.rpc.v1.Frame`.
/// A length of zero or over the limit is refused as soon as its four bytes are there, and nothing is
/// ever skipped because the peer says so: after a throw the connection is over.
struct FrameDecoder {
    private let frameBytesMax: Int
    /// Longer ones are for `takeLarge`.
    private let inlineBytesMax: Int
    /// Of the last frame, its length included.
    private(set) var frameBytes = 0
    private var largeIsHere = false
    private var buffer = ByteBuffer()
    private var reader = FrameReader()

    init(frameBytesMax: Int, inlineBytesMax: Int = .max) {
        self.frameBytesMax = frameBytesMax
        self.inlineBytesMax = inlineBytesMax
    }

    /// The start of a frame is here and its end is not.
    var isInsideFrame: Bool { buffer.readableBytes > 0 }

    /// Of the memory that it has.
    var capacity: Int { buffer.storageCapacity }

    /// The length of the frame whose start is here and whose end is not, if it is a long one.
    var unfinishedBytes: Int? {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self),
            length > Offload.inlineBytesMax, buffer.readableBytes < 4 + Int(length)
        else { return nil }
        return Int(length)
    }

    mutating func append(_ bytes: ByteBuffer) {
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            var bytes = bytes
            buffer.discardReadBytes()
            buffer.writeBuffer(&bytes)
        }
    }

    /// Nothing more of the peer is looked at.
    mutating func clear() {
        buffer = ByteBuffer()
        largeIsHere = false
    }

    /// The next whole frame; nil until more bytes come, or when it is a large one.
    mutating func next() throws(Violation) -> Frame? {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self) else { return release() }
        guard length > 0 else { throw Violation(.frameSize, "a frame has length zero") }
        guard length <= frameBytesMax else {
            throw Violation(.frameSize, "a frame of \(length) bytes is over the limit of \(frameBytesMax)")
        }
        guard buffer.readableBytes >= 4 + Int(length) else { return nil }
        frameBytes = 4 + Int(length)
        guard length <= inlineBytesMax else {
            largeIsHere = true
            return nil
        }
        let frame = if let usual = reader.read(buffer, frameBytes) { usual } else { try Self.decode(buffer, frameBytes) }
        buffer.moveReaderIndex(forwardBy: frameBytes)
        if frameBytes > Offload.inlineBytesMax { buffer.trim(keptBytes: Offload.inlineBytesMax) }
        return frame
    }

    /// The large frame, if `next` stopped before one, for `decode` wherever that disturbs nobody.
    mutating func takeLarge() -> ByteBuffer? {
        guard largeIsHere else { return nil }
        largeIsHere = false
        let frame = buffer.readSlice(length: frameBytes)
        buffer.trim(keptBytes: Offload.inlineBytesMax)
        return frame
    }

    static func decode(_ buffer: ByteBuffer, _ frameBytes: Int) throws(Violation) -> Frame {
        let result = unsafe buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(MessageError) -> Frame in
                try unsafe Frame(decoding: UnsafeRawBufferPointer(rebasing: bytes[4..<frameBytes]))
            }
        }
        switch result {
        case .success(let frame): return frame
        case .failure(let error): throw Violation(.malformedFrame, error.message)
        }
    }

    /// An idle connection holds no buffer.
    private mutating func release() -> Frame? {
        if buffer.readableBytes == 0 { buffer = ByteBuffer() }
        return nil
    }
}
