internal import NIOCore

/// What a stream answers behind its headers: bytes, now and later, then trailers. Filled through its session.
package final class HTTP2Body {
    var bytes = ByteBuffer()
    var isFinished = false
    var trailers: HTTP2Fields?

    package init() {}

    /// Its memory is worth keeping for another stream.
    package var isSmall: Bool { bytes.storageCapacity <= 4096 }

    /// Bytes that were written and not sent.
    package var unsentBytes: Int { bytes.readableBytes }
}
