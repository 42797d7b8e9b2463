/// Every limit of a connection, with its unit and its reason. The same on both sides.
package struct Limits: Sendable {
    // MARK: Sizes

    /// Bytes behind the length of one frame. Bounds what one peer can make us hold at once;
    /// a batch of ten thousand checks fits.
    package var frameBytesMax = 4 << 20
    /// Calls open at once on a connection, those included whose handler has not returned after a cancel.
    package var streamsMax = 128
    /// Bytes of messages that may be on their way on a stream without credit. At 128 streams 8 MiB a connection.
    package var streamWindowBytes = 64 << 10
    /// Keys and values of a request, 32 bytes more for each pair (as HTTP/2 counts, RFC 9113 §6.5.2).
    package var metadataBytesMax = 16 << 10
    /// Outbound bytes that the socket has not taken, above which nothing more is read; reading resumes below half. Long
    /// answers of calls that ran already are held then.
    package var outboundHighWaterBytes = 1 << 20

    // MARK: Held

    /// Bytes of a connection, over all its streams, that came and that no handler has taken, of requests whose call has
    /// not ended, and of what the client does not read; above, what would add to them is refused. Room for the windows of 128 streams and four of the longest
    /// messages. One message may pass it, and the first 16 KiB of each stream: 30 MiB at most.
    package var heldBytesMax = 24 << 20
    /// The same over all connections of a caller, by its certificate's URI, else by its address: five full connections.
    package var callerHeldBytesMax = 128 << 20
    /// Of each connection as much is not counted for its caller, so that usual calls share no counter: what a connection
    /// may cost when idle.
    package var unsharedBytes = 64 << 10
    /// Bytes of frames and messages over 16 KiB that a caller has begun and not finished, over all its connections; above,
    /// the next one waits unread until one is whole: sixteen of the longest.
    package var callerUnfinishedBytesMax = 64 << 20

    // MARK: Times

    /// From accept to the end of the TLS handshake.
    package var handshake = Duration.seconds(10)
    /// From the end of the TLS handshake to the peer's hello.
    package var hello = Duration.seconds(5)
    /// From the first byte of a frame to its last: against a peer that sends a byte now and then.
    package var frameFinish = Duration.seconds(10)
    /// Without any frame from the peer. With calls open, a ping is sent after half of it.
    package var idle = Duration.seconds(300)
    /// For calls under way when the peer's certificate ends.
    package var certificateGrace = Duration.seconds(10)
    /// From a goaway to the close, for the peer to read it and close first.
    package var linger = Duration.seconds(1)
    /// The longest timeout that a request may name; who wants longer names none.
    package var timeoutMax = Duration.seconds(366 * 24 * 3600)

    // MARK: Client

    /// Silence after which a client pings.
    package var keepalive = Duration.seconds(30)
    /// Silence after that ping, after which the connection counts as lost.
    package var keepaliveTimeout = Duration.seconds(10)
    /// A TCP connect, at most.
    package var connect = Duration.seconds(5)
    /// Calls of a client that wait for a connection or for a free stream.
    package var waitingCallsMax = 100_000

    // MARK: Excess

    /// Pings in `pingInterval` without a request, message or half_close between.
    package var pingsMax = 10
    package var pingInterval = Duration.seconds(10)
    /// Frames for calls that have ended, beyond the ones a correct peer can have on their way.
    package var strayFramesMax = 64

    // MARK: gRPC

    /// Bytes of messages on their way on all streams of a connection.
    package var connectionWindowBytes = 1 << 20
    /// The headers that are not metadata, in bytes as those are counted.
    package var headersBytesMax = 4 << 10
    /// Streams that gather a message longer than half their window at the same time.
    package var largeMessagesAtOnce = 4
    /// Resets of streams at once, and each second after: a client may cancel all its calls every tenth of a second.
    package var resetBurst = 10_000
    package var resetsPerSecond = 1_280
    /// Settings, priorities and empty data in `pingInterval` without a frame that does something.
    package var idleFramesMax = 1_000

    // MARK: Fairness

    /// Frames of a connection that are handled before others have their turn: as many as the streams it may have open,
    /// a quarter of a millisecond.
    package var turnFramesMax = 128
    /// What a frame that begins a streaming call counts for, besides itself.
    package var turnStreamFrames = 15
    /// Bytes of frames, likewise. A thousand checks in one request fit.
    package var turnBytesMax = 128 << 10
    /// The rest after such a turn, at least: the loop looks at its other sockets.
    package var restLeast = Duration.microseconds(50)
    /// The rest for each MiB handled: about as long as the worst MiB keeps the loop busy, so that one connection has
    /// at most half of it.
    package var restPerMiB = Duration.milliseconds(12)

    // MARK: Connections

    /// Connections of a server. Each costs at most 64 KiB when idle.
    package var connectionsMax = 10_000
    /// Connections from one address. Services sit behind few addresses, so this is generous.
    package var connectionsPerAddressMax = 1_000
    /// Sockets beyond them that are accepted to be closed at once, so that a client hears of it. More wait unaccepted.
    package var refusedMax = 64

    package init() {}

    package static let standard = Limits()
}
