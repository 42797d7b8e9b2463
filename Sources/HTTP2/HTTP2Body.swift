internal import NIOCore

/// What a stream answers behind its headers: bytes, now and later, then trailers. Filled through its session.
package final class HTTP2Body {
    private static let keptBytesMax = 4096

    private var bytes = ByteBuffer()
    var isFinished = false
    var trailers: HTTP2Fields?

    package init() {}

    /// The bytes, to be changed and put back. While they are out this object is not touched, so no access to it has to be
    /// watched for another inside it.
    func take() -> ByteBuffer {
        var taken = ByteBuffer()
        swap(&taken, &bytes)
        return taken
    }

    func put(_ changed: consuming ByteBuffer) {
        // A stream may say much once and live long.
        let isMostlyEmpty = changed.readableBytes == 0 && changed.storageCapacity > Self.keptBytesMax
        bytes = isMostlyEmpty ? ByteBuffer() : changed
    }

    /// Its memory is worth keeping for another stream, and little enough to: a connection keeps one for each.
    package var isSmall: Bool { bytes.storageCapacity <= 256 }

    /// Bytes that were written and not sent.
    package var unsentBytes: Int { bytes.readableBytes }
}
