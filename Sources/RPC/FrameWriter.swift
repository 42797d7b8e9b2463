internal import Messages
internal import NIOCore

/// Frames in, one buffer out: what is said between two flushes leaves as one write.
struct FrameWriter {
    private var buffer = ByteBuffer()

    /// Bytes that wait for the next flush.
    var byteCount: Int { buffer.readableBytes }

    /// Writes the length and the frame, straight into the buffer.
    mutating func write(_ frame: Frame) {
        frame.encode { encoding in
            buffer.writeInteger(UInt32(encoding.byteCount))
            unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: encoding.byteCount) { room in
                unsafe encoding.pack(into: room)
                return encoding.byteCount
            }
        }
    }

    /// What was written since the last time.
    mutating func take() -> ByteBuffer {
        let taken = buffer
        buffer = ByteBuffer()
        return taken
    }
}
