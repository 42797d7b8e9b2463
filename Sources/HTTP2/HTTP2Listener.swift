/// Who hears what a client says on an HTTP/2 connection.
///
/// Called from within `HTTP2Session.receive` and `produce`; may submit, reset and consume, and must not
/// call those two again.
package protocol HTTP2Listener: AnyObject {
    /// A request's headers begin. They come without others between, then `headersEnded`.
    func headersBegan(_ stream: Int32)
    func header(_ name: Span<UInt8>, _ value: Span<UInt8>)
    /// `isLast`: the client sends no body.
    func headersEnded(_ stream: Int32, isLast: Bool)
    /// Part of a body; never empty.
    func data(_ stream: Int32, _ bytes: Span<UInt8>)
    /// The client has sent its last byte on the stream.
    func dataEnded(_ stream: Int32)
    /// The stream is over on both sides, or was reset by one.
    func closed(_ stream: Int32)
    /// A frame has come in whole.
    func received(_ frame: HTTP2Frame)
    /// The stream's body has been sent as far as it was written.
    func drained(_ stream: Int32)
}

/// What a frame is, as far as its cost goes.
package enum HTTP2Frame {
    /// Headers, or a body's bytes.
    case work
    case ping, pong
    /// Window given back.
    case windowUpdate
    /// Settings, empty data: nothing is done for the client.
    case idle
}
