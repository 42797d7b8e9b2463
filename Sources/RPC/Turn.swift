internal import NIOCore

/// How much of one connection is looked at before the others on its event loop have their turn.
///
/// After `turnFramesMax` frames, or `turnBytesMax` bytes of them, a connection is neither read nor decoded
/// until it has rested: as long as its bytes may have kept the loop busy, and at least long enough that
/// the loop looks at its other sockets. Counted, not measured: a loop that the machine has kept
/// waiting would else blame its connections. A correct client that uses all its streams at once does not meet this.
struct Turn {
    private let framesMax: Int
    private let bytesMax: Int
    private let restLeast: Duration
    private let restPerMiB: Duration
    private let streamFrames: Int
    private var frames = 0
    private var bytes = 0
    private var restsOn = 0
    private static let restsOnMax = 3

    init(_ limits: Limits) {
        framesMax = limits.turnFramesMax
        bytesMax = limits.turnBytesMax
        restLeast = limits.restLeast
        restPerMiB = limits.restPerMiB
        streamFrames = limits.turnStreamFrames
    }

    var isOver: Bool { frames >= framesMax || bytes >= bytesMax }

    /// Frames were handled, of so many bytes together.
    mutating func took(_ frameBytes: Int, frames count: Int = 1) {
        frames += count
        bytes += frameBytes
    }

    /// The frame began a streaming call, whose task keeps the loop longer than the frame.
    mutating func beganStream() {
        frames += streamFrames
    }

    /// A rest has ended `late`: how long it goes on, if it does.
    ///
    /// Before it looks at its sockets an event loop runs every task and timer that is due. If the tasks that a turn has
    /// begun take longer than the rest, no other connection has had its turn when it ends. Not for ever: the loop may
    /// be late because of the others.
    mutating func restOn(late: Duration) -> Duration? {
        guard late > restLeast, restsOn < Self.restsOnMax else {
            restsOn = 0
            return nil
        }
        restsOn += 1
        return restLeast
    }

    /// The next turn begins. How long this connection rests before, if this one was over.
    mutating func end() -> Duration {
        defer { (frames, bytes) = (0, 0) }
        guard isOver else { return .zero }
        return max(restLeast, restPerMiB * (Double(bytes) / Double(1 << 20)))
    }
}
