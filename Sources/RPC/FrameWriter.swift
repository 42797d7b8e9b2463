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
        let held = Varint.field(message.count) + message.count
        unsafe write(stream, 0x32, held) { room, at in  // Frame.response
            unsafe Varint.writeField(0x12, message.count, into: room, &at)  // Response.message
            unsafe Self.copy(message, into: room, &at)
        }
    }

    /// The request frame of a unary call without metadata, in the same way.
    mutating func writeRequest(_ stream: UInt32, _ path: String, timeout nanoseconds: Int64?, _ message: [UInt8]) {
        let path = path.utf8
        let (seconds, rest) = (nanoseconds ?? 0).quotientAndRemainder(dividingBy: 1_000_000_000)
        let timeoutBytes = Varint.field(Int(seconds)) + Varint.field(Int(rest))
        let held =
            Varint.field(path.count) + path.count + (nanoseconds == nil ? 0 : 2 + timeoutBytes)
            + Varint.field(message.count) + message.count + 2
        unsafe write(stream, 0x1a, held) { room, at in  // Frame.request
            unsafe Varint.writeField(0x0a, path.count, into: room, &at)  // Request.method
            unsafe Self.copy(path, into: room, &at)
            if nanoseconds != nil {
                unsafe Varint.write(0x12, timeoutBytes, into: room, &at)  // Request.timeout
                unsafe Varint.writeField(0x08, Int(seconds), into: room, &at)
                unsafe Varint.writeField(0x10, Int(rest), into: room, &at)
            }
            unsafe Varint.writeField(0x22, message.count, into: room, &at)  // Request.message
            unsafe Self.copy(message, into: room, &at)
            unsafe Varint.write(0x30, 1, into: room, &at)  // Request.done
        }
    }

    /// A frame of a stream and one field of `held` bytes, which `fill` writes.
    @inline(__always)
    private mutating func write(
        _ stream: UInt32, _ tag: UInt8, _ held: Int, _ fill: (UnsafeMutableRawBufferPointer, inout Int) -> Void
    ) {
        let byteCount = 1 + Varint.size(Int(stream)) + 1 + Varint.size(held) + held
        begin()
        unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 4 + byteCount) { room in
            unsafe room.storeBytes(of: UInt32(byteCount).bigEndian, as: UInt32.self)
            var at = 4
            unsafe Varint.write(0x08, Int(stream), into: room, &at)  // Frame.stream
            unsafe Varint.write(tag, held, into: room, &at)
            unsafe fill(room, &at)
            return at
        }
    }

    @unsafe
    private static func copy(_ bytes: some Collection<UInt8>, into room: UnsafeMutableRawBufferPointer, _ at: inout Int) {
        unsafe UnsafeMutableRawBufferPointer(rebasing: room[at...]).copyBytes(from: bytes)
        at += bytes.count
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

    /// Of a field with a tag of one byte, which is left out when it is zero.
    static func field(_ value: Int) -> Int {
        value == 0 ? 0 : 1 + size(value)
    }

    @unsafe
    static func writeField(_ tag: UInt8, _ value: Int, into room: UnsafeMutableRawBufferPointer, _ at: inout Int) {
        if value != 0 { unsafe write(tag, value, into: room, &at) }
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
