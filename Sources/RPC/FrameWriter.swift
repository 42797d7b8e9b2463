internal import Messages
internal import NIOCore
internal import TLS

/// Frames in, one buffer out: what is said between two flushes leaves as one write.
struct FrameWriter {
    private var buffer = ByteBuffer()
    private var spare = SpareBuffer()

    /// Room for a few small frames.
    private static let firstBytes = 256

    /// Bytes that wait for the next flush.
    var byteCount: Int { buffer.readableBytes }

    /// Writes the length and the frame, straight into the buffer.
    mutating func write(_ frame: Frame) {
        begin()
        frame.encode { encoding in
            buffer.writeInteger(UInt32(encoding.byteCount))
            unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: encoding.byteCount) { room in
                unsafe encoding.pack(into: room)
                return encoding.byteCount
            }
        }
    }

    /// The response frame that holds a message and nothing else: one in every call, so it is put together here, byte for
    /// byte as `write` would (https://protobuf.dev/programming-guides/encoding: a tag, a length, the content).
    mutating func writeAnswer(_ stream: UInt32, _ message: [UInt8]) {
        let held = message.isEmpty ? 0 : 1 + Varint.size(message.count) + message.count
        let byteCount = 1 + Varint.size(Int(stream)) + 1 + Varint.size(held) + held
        begin()
        unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 4 + byteCount) { room in
            unsafe room.storeBytes(of: UInt32(byteCount).bigEndian, as: UInt32.self)
            var at = 4
            unsafe Varint.write(0x08, Int(stream), into: room, &at)  // Frame.stream
            unsafe Varint.write(0x32, held, into: room, &at)  // Frame.response
            if held > 0 {
                unsafe Varint.write(0x12, message.count, into: room, &at)  // Response.message
                unsafe UnsafeMutableRawBufferPointer(rebasing: room[at...]).copyBytes(from: message)
            }
            return 4 + byteCount
        }
    }

    private mutating func begin() {
        if buffer.readableBytes == 0 { buffer = spare.take(Self.firstBytes) }
    }

    /// What was written since the last time.
    mutating func take() -> ByteBuffer {
        let taken = buffer
        spare.keep(taken)
        buffer = ByteBuffer()
        return taken
    }
}

/// Protobuf's numbers of variable length: seven bits a byte, the least first.
private enum Varint {
    static func size(_ value: Int) -> Int {
        max(1, (Int.bitWidth - value.leadingZeroBitCount + 6) / 7)
    }

    /// A field's tag and a number.
    @unsafe
    static func write(_ tag: UInt8, _ value: Int, into room: UnsafeMutableRawBufferPointer, _ at: inout Int) {
        unsafe room[at] = tag
        at += 1
        var rest = UInt(bitPattern: value)
        while rest >= 0x80 {
            unsafe room[at] = UInt8(truncatingIfNeeded: rest) | 0x80
            at += 1
            rest >>= 7
        }
        unsafe room[at] = UInt8(rest)
        at += 1
    }
}
