import COpenSSL
import NIOCore

/// The memory on which one SSL reads and writes ciphertext: a BIO over two ByteBuffers.
///
/// OpenSSL's own memory BIO would copy every byte once more in each direction and keep
/// its largest size for the life of the connection; here NIO's buffer is read in place
/// and given back, and records are written straight into the buffer that goes out.
///
/// Invariant: touched only where its Session is, and lives longer than the SSL which holds its BIO.
final class Wire {
    /// Ciphertext from the peer which OpenSSL has not taken yet.
    private(set) var inbound = ByteBuffer()
    /// Ciphertext for the peer.
    private(set) var outbound = ByteBuffer()
    private var spare = SpareBuffer()

    func feed(_ buffer: ByteBuffer) {
        if inbound.readableBytes == 0 {
            inbound = buffer
        } else {
            inbound.writeImmutableBuffer(buffer)
        }
    }

    /// Lets go of a buffer that has been read, so that NIO may use its memory again.
    func releaseInbound() {
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
    }

    /// Makes room for what the next writes produce, in one allocation.
    func reserveOutbound(_ byteCount: Int) {
        if outbound.readableBytes == 0 {
            outbound = spare.take(byteCount)
        } else {
            outbound.reserveCapacity(minimumWritableBytes: byteCount)
        }
    }

    func takeOutbound() -> ByteBuffer {
        let taken = outbound
        spare.keep(taken)
        outbound = ByteBuffer()
        return taken
    }

    /// A new BIO on this memory, owned by the caller; nil without memory.
    func makeBIO() -> OpaquePointer? {
        guard let method = unsafe Self.method, let bio = unsafe BIO_new(method) else { return nil }
        unsafe BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
        unsafe BIO_set_init(bio, 1)
        return unsafe bio
    }

    /// Filled once, only read afterwards.
    private nonisolated(unsafe) static let method: OpaquePointer? = {
        let kind = BIO_get_new_index() | BIO_TYPE_SOURCE_SINK
        guard let method = unsafe BIO_meth_new(kind, "ByteBuffer") else { return nil }
        unsafe BIO_meth_set_read(method) { bio, target, count in
            guard let target = unsafe target, let wire = unsafe Wire.of(bio) else { return -1 }
            return unsafe wire.read(bio, UnsafeMutableRawBufferPointer(start: target, count: Int(count)))
        }
        unsafe BIO_meth_set_write(method) { bio, source, count in
            guard let source = unsafe source, let wire = unsafe Wire.of(bio) else { return -1 }
            return unsafe wire.write(bio, UnsafeRawBufferPointer(start: source, count: Int(count)))
        }
        unsafe BIO_meth_set_ctrl(method) { _, command, _, _ in
            // The handshake flushes and expects success; all other commands are optional.
            command == BIO_CTRL_FLUSH ? 1 : 0
        }
        return unsafe method
    }()

    private static func of(_ bio: OpaquePointer?) -> Wire? {
        guard let address = unsafe BIO_get_data(bio) else { return nil }
        return unsafe Unmanaged<Wire>.fromOpaque(address).takeUnretainedValue()
    }

    private func read(_ bio: OpaquePointer?, _ target: UnsafeMutableRawBufferPointer) -> Int32 {
        unsafe mandate_BIO_clear_retry_flags(bio)
        let count = min(inbound.readableBytes, target.count)
        guard count > 0 else {
            unsafe mandate_BIO_set_retry_read(bio)
            return -1
        }
        unsafe inbound.readWithUnsafeReadableBytes { source in
            unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<count]))
            return count
        }
        return Int32(count)
    }

    private func write(_ bio: OpaquePointer?, _ source: UnsafeRawBufferPointer) -> Int32 {
        unsafe mandate_BIO_clear_retry_flags(bio)
        unsafe outbound.writeBytes(source)
        return Int32(source.count)
    }
}
