internal import Messages

/// What the peer said in its hello, checked.
struct Greeting: Equatable {
    static let version: UInt32 = 1
    /// A peer must take frames in which an error fits.
    static let frameBytesLeast = 16 << 10
    /// Bytes of a frame around the message it carries; more than any frame of ours adds.
    static let frameOverheadBytes = 64

    let frameBytesMax: Int
    let streamWindowBytes: Int
    let streamsMax: Int

    /// The largest message that the peer takes.
    var messageBytesMax: Int { frameBytesMax - Self.frameOverheadBytes }

    init(_ hello: Hello, fromClient: Bool) throws(Violation) {
        guard hello.version == Self.version else {
            throw Violation(.hello, "version \(hello.version) is not known; this is version \(Self.version)")
        }
        guard hello.frameBytesMax >= Self.frameBytesLeast else {
            throw Violation(.hello, "frame_bytes_max is below \(Self.frameBytesLeast)")
        }
        guard 1...UInt32(Window.max) ~= hello.streamWindowBytes else {
            throw Violation(.hello, "stream_window_bytes is not between 1 and 2^31-1")
        }
        guard fromClient == (hello.streamsMax == 0) else {
            throw Violation(.hello, fromClient ? "streams_max of a client is not zero" : "streams_max is zero")
        }
        frameBytesMax = Int(hello.frameBytesMax)
        streamWindowBytes = Int(hello.streamWindowBytes)
        streamsMax = Int(hello.streamsMax)
    }

    /// Our own hello.
    static func frame(_ limits: Limits, fromClient: Bool) -> Frame {
        let hello = Hello(
            version: version, frameBytesMax: UInt32(limits.frameBytesMax),
            streamWindowBytes: UInt32(limits.streamWindowBytes),
            streamsMax: fromClient ? 0 : UInt32(limits.streamsMax))
        return Frame(stream: 0, kind: .hello(hello))
    }
}
