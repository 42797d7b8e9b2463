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
    private var frames = 0
    private var bytes = 0

    init(_ limits: Limits) {
        framesMax = limits.turnFramesMax
        bytesMax = limits.turnBytesMax
        restLeast = limits.restLeast
        restPerMiB = limits.restPerMiB
    }

    var isOver: Bool { frames >= framesMax || bytes >= bytesMax }

    /// Frames were handled, of so many bytes together.
    mutating func took(_ frameBytes: Int, frames count: Int = 1) {
        frames += count
        bytes += frameBytes
    }

    /// The next turn begins. How long this connection rests before, if this one was over.
    mutating func end() -> Duration {
        defer { (frames, bytes) = (0, 0) }
        guard isOver else { return .zero }
        return max(restLeast, restPerMiB * (Double(bytes) / Double(1 << 20)))
    }
}
