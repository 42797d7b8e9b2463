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
    /// How gzip begins, and header, an empty block and trailer together.
    private static let magic: [UInt8] = [0x1f, 0x8b]
    private static let shortest = 20
    private static let chunkBytes = 16 << 10

    /// How long the message inside says it is: the last four bytes, low one first (RFC 1952 §2.3.1, ISIZE).
    package static func announced(_ bytes: [UInt8]) -> Int {
        bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The message inside. A bomb costs nothing, and one that says it is none no more than what it says.
    package static func inflate(_ bytes: [UInt8], max: Int) throws(Failure) -> [UInt8] {
        guard bytes.count >= shortest, bytes.starts(with: magic) else { throw .malformed }
        let size = announced(bytes)
        guard size <= max else { throw .tooLarge(max) }
        var stream = unsafe z_stream()
        guard unsafe mandate_inflateInit2(&stream, windowBits) == Z_OK else { throw .malformed }
        defer { unsafe inflateEnd(&stream) }
        var code = Z_OK
        // One byte over what was announced shows that there is more.
        let out = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
            unsafe bytes.withUnsafeBufferPointer { source in
                // zlib takes a mutable pointer and does not write through it.
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(size + 1)
                code = unsafe CZlib.inflate(&stream, Z_FINISH)
                count = unsafe size + 1 - Int(stream.avail_out)
            }
        }
        guard code == Z_STREAM_END, out.count == size, unsafe stream.avail_in == 0 else { throw .malformed }
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
