internal import Messages
internal import NIOCore

/// Bytes in, frames out.
///
/// A frame is its length in four bytes, big-endian, and that many bytes of one `mandate.rpc.v1.Frame`.
/// A length of zero or over the limit is refused as soon as its four bytes are there, and nothing is
/// ever skipped because the peer says so: after a throw the connection is over.
struct FrameDecoder {
    private let frameBytesMax: Int
    /// Of the last frame, its length included.
    private(set) var frameBytes = 0
    private var buffer = ByteBuffer()

    init(frameBytesMax: Int) {
        self.frameBytesMax = frameBytesMax
    }

    /// The start of a frame is here and its end is not.
    var isInsideFrame: Bool { buffer.readableBytes > 0 }

    mutating func append(_ bytes: ByteBuffer) {
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            var bytes = bytes
            buffer.discardReadBytes()
            buffer.writeBuffer(&bytes)
        }
    }

    /// The next whole frame; nil until more bytes come.
    mutating func next() throws(Violation) -> Frame? {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self) else { return release() }
        guard length > 0 else { throw Violation(.frameSize, "a frame has length zero") }
        guard length <= frameBytesMax else {
            throw Violation(.frameSize, "a frame of \(length) bytes is over the limit of \(frameBytesMax)")
        }
        guard buffer.readableBytes >= 4 + Int(length) else { return nil }
        let frame = try decode(Int(length))
        frameBytes = 4 + Int(length)
        buffer.moveReaderIndex(forwardBy: frameBytes)
        return frame
    }

    private func decode(_ length: Int) throws(Violation) -> Frame {
        let result = unsafe buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(MessageError) -> Frame in
                try unsafe Frame(decoding: UnsafeRawBufferPointer(rebasing: bytes[4..<4 + length]))
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
