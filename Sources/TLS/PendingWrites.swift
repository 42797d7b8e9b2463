import NIOCore

/// Plaintext that waits for the next flush, in order.
struct PendingWrites {
    /// The most plaintext one TLS record carries (RFC 8446 §5.1).
    static let recordBytesMax = 16_384
    /// What a record adds to its plaintext, at most: header 5, nonce 8 (TLS 1.2), content type 1, tag 16.
    static let recordOverheadBytes = 30

    private var buffers: [ByteBuffer] = []
    private(set) var byteCount = 0
    /// Completes with the outbound write; later promises hang on the first.
    private var promise: EventLoopPromise<Void>?

    var isEmpty: Bool { buffers.isEmpty }

    /// The most ciphertext `encrypt` makes of what waits now.
    var ciphertextBytesMax: Int {
        byteCount + (byteCount / Self.recordBytesMax + 1) * Self.recordOverheadBytes
    }

    mutating func append(_ buffer: ByteBuffer, _ newPromise: EventLoopPromise<Void>?) {
        buffers.append(buffer)
        byteCount += buffer.readableBytes
        promise.setOrCascade(to: newPromise)
    }

    /// Forgets everything that waits, and hands over its promise for the caller to complete.
    mutating func clear() -> EventLoopPromise<Void>? {
        defer { promise = nil }
        // One long burst must not cost an idle connection its list for ever.
        buffers.removeAll(keepingCapacity: buffers.count <= 64)
        byteCount = 0
        return promise
    }

    /// Writes everything in as few records as it fits in; copies only what does not fill a record by itself.
    ///
    /// Says why it stopped, or nil. What waits stays until `clear`.
    func encrypt(with session: Session, _ allocator: ByteBufferAllocator) -> TLSError? {
        var gathered = ByteBuffer()
        for index in buffers.indices {
            var buffer = buffers[index]
            if gathered.readableBytes == 0 {
                let isLast = index == buffers.index(before: buffers.endIndex)
                let direct = isLast ? buffer.readableBytes : buffer.readableBytes / Self.recordBytesMax * Self.recordBytesMax
                if direct > 0, let slice = buffer.readSlice(length: direct),
                    let error = session.write(slice).error
                {
                    return error
                }
                if buffer.readableBytes == 0 { continue }
                if gathered.capacity == 0 {
                    gathered = allocator.buffer(capacity: min(byteCount, Self.recordBytesMax))
                }
            }
            while buffer.readableBytes > 0 {
                let count = min(buffer.readableBytes, Self.recordBytesMax - gathered.readableBytes)
                if var part = buffer.readSlice(length: count) { gathered.writeBuffer(&part) }
                if gathered.readableBytes == Self.recordBytesMax {
                    if let error = session.write(gathered).error { return error }
                    gathered.clear()
                }
            }
        }
        return session.write(gathered).error
    }
}

extension Session.Outcome {
    /// Why a write did not succeed. A write wants no reading without renegotiation, and no memory ends.
    fileprivate var error: TLSError? {
        switch self {
        case .done: nil
        case .failed(let error): error
        case .wantsRead, .closed: TLSError(.io, "OpenSSL did not take what was written")
        }
    }
}
