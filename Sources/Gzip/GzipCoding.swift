internal import CZlib

/// Gzip (RFC 1952) of whole messages, by zlib.
package enum GzipCoding {
    package enum Failure: Error, Equatable {
        /// Not gzip, cut short, damaged, or with more behind its end.
        case malformed
        /// More than was allowed, in bytes.
        case tooLarge(Int)
    }

    /// zlib's window bits for 32 KiB, and 16 more to ask for gzip's header and checksum.
    private static let windowBits: Int32 = 15 + 16
    private static let chunkBytes = 16 << 10

    /// The message inside. Stops as soon as it is longer than `max` bytes, so a bomb costs no more than that.
    package static func inflate(_ bytes: [UInt8], max: Int) throws(Failure) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe mandate_inflateInit2(&stream, windowBits) == Z_OK else { throw .malformed }
        defer { unsafe inflateEnd(&stream) }
        var out: [UInt8] = []
        var code = Z_OK
        unsafe bytes.withUnsafeBufferPointer { source in
            // zlib takes a mutable pointer and does not write through it.
            unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.avail_in = UInt32(source.count)
            while code == Z_OK, out.count <= max {
                // One byte over the limit shows that there is more.
                unsafe step(&out, Swift.min(chunkBytes, max + 1 - out.count), &stream) {
                    code = unsafe CZlib.inflate(&$0, Z_NO_FLUSH)
                }
            }
        }
        guard out.count <= max else { throw .tooLarge(max) }
        guard code == Z_STREAM_END, unsafe stream.avail_in == 0 else { throw .malformed }
        return out
    }

    /// At zlib's fastest level: who asks for it saves a network's time, not a disk's space.
    package static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        let began = unsafe mandate_deflateInit2(&stream, Z_BEST_SPEED, windowBits, 8)
        precondition(began == Z_OK, "zlib has no memory")
        defer { unsafe deflateEnd(&stream) }
        var out: [UInt8] = []
        var code = Z_OK
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.avail_in = UInt32(source.count)
            while code == Z_OK {
                unsafe step(&out, chunkBytes, &stream) { code = unsafe CZlib.deflate(&$0, Z_FINISH) }
            }
        }
        return out
    }

    /// Lets zlib append at most `room` bytes.
    private static func step(_ out: inout [UInt8], _ room: Int, _ stream: inout z_stream, _ run: (inout z_stream) -> Void) {
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(room)
            unsafe run(&stream)
            count = unsafe room - Int(stream.avail_out)
        }
        out += chunk
    }
}
