/// Where frames begin and end in what a client sends: nghttp2 says nothing of those it passes over, and nothing of one
/// that is not whole. A header is nine bytes, the first three its length, the fourth its type (RFC 9113 §4.1).
package struct HTTP2Boundaries {
    private static let prefaceBytes = 24
    private static let headerBytes = 9
    private static let priority: UInt8 = 2
    private static let lastKnown: UInt8 = 9

    /// Bytes that are left of the preface, or of a frame behind its header.
    private var rest = Self.prefaceBytes
    /// Bytes of the header that are here, and what they say.
    private var headerCount = 0
    private var length = 0
    private var kind: UInt8 = 0
    /// Frames that ended.
    package private(set) var count = 0
    /// Those of them that nghttp2 passes over.
    package private(set) var ignored = 0

    package init() {}

    /// Whether the preface or a frame has begun and not ended.
    package var isInside: Bool { rest > 0 || headerCount > 0 }

    package mutating func take(_ bytes: RawSpan) {
        var at = 0
        while at < bytes.byteCount {
            if rest > 0 {
                let step = min(rest, bytes.byteCount - at)
                at += step
                rest -= step
            } else {
                header(unsafe bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self))
                at += 1
            }
            if rest == 0, headerCount == Self.headerBytes { end() }
        }
    }

    private mutating func header(_ byte: UInt8) {
        if headerCount < 3 {
            length = length << 8 | Int(byte)
        } else if headerCount == 3 {
            kind = byte
        }
        headerCount += 1
        if headerCount == Self.headerBytes { rest = length }
    }

    private mutating func end() {
        count += 1
        if kind == Self.priority || kind > Self.lastKnown { ignored += 1 }
        headerCount = 0
        length = 0
    }
}
