/// What a client may do on one HTTP/2 connection.
package struct HTTP2Limits: Sendable {
    /// Streams open at once.
    package var streamsMax: Int
    /// Bytes of body on their way on one stream, and on all together.
    package var streamWindowBytes: Int
    package var connectionWindowBytes: Int
    /// Names, values and 32 bytes for each field (RFC 9113 §6.5.2). It is announced; the listener refuses what is over it.
    package var headerListBytesMax: Int
    /// Resets at once and each second after. nghttp2's own 1,000 and 33 would hit clients that cancel honestly; a reset
    /// stream keeps its slot until its handler has returned, so resets buy no work, only the decoding of headers.
    package var resetBurst: Int
    package var resetsPerSecond: Int

    package init(
        streamsMax: Int, streamWindowBytes: Int, connectionWindowBytes: Int, headerListBytesMax: Int,
        resetBurst: Int, resetsPerSecond: Int
    ) {
        self.streamsMax = streamsMax
        self.streamWindowBytes = streamWindowBytes
        self.connectionWindowBytes = connectionWindowBytes
        self.headerListBytesMax = headerListBytesMax
        self.resetBurst = resetBurst
        self.resetsPerSecond = resetsPerSecond
    }
}

/// Why a connection cannot go on.
package struct HTTP2Error: Error, Equatable, CustomStringConvertible {
    package let description: String
}

/// The codes of RFC 9113 §7 that are said here; nghttp2 says the others.
package enum HTTP2Code: UInt32, Sendable {
    case noError = 0x0
    case cancel = 0x8
    case enhanceYourCalm = 0xb
}
