/// What a connection holds that nobody has taken yet: messages that wait for a handler, requests whose call has not ended,
/// answers and messages that the client does not read, over all its streams.
///
/// 1. More may come while less than the ceiling is held, and what comes last may pass it, as with a `Window`: nothing long
///    starves beside what is short.
/// 2. Beside a full connection the first `smallBytes` of a stream still come: its unary calls go on.
/// 3. The first `unsharedBytes` of a connection are its own. Only what is beyond them is counted for its caller, in steps of
///    as much, so a usual connection touches nothing that others touch.
///
/// At the ceiling what would be held is refused and nothing waits: the room may be with a handler that waits for this very
/// client. Lives on its connection's event loop.
struct Holding {
    /// As much of a stream is always taken: a usual request.
    static let smallBytes = Offload.inlineBytesMax

    private let bytesMax: Int
    private let unsharedBytes: Int
    private let caller: CallerHolding
    private(set) var byteCount = 0
    /// Of them, what was said and has not left.
    private(set) var unsentBytes = 0
    /// What the caller was counted for it.
    private var shared = 0

    init(_ limits: Limits, of caller: CallerHolding) {
        bytesMax = limits.heldBytesMax
        unsharedBytes = limits.unsharedBytes
        self.caller = caller
    }

    /// Whether `more` bytes may come for something of which `whole` are held then.
    func hasRoom(for more: Int, of whole: Int) -> Bool {
        guard byteCount < bytesMax || whole <= Self.smallBytes else { return false }
        return byteCount + more <= unsharedBytes || !caller.isFull
    }

    mutating func add(_ bytes: Int) {
        byteCount += bytes
        if byteCount > unsharedBytes { share() }
    }

    mutating func give(_ bytes: Int) {
        byteCount -= bytes
        if shared > 0 { share() }
    }

    mutating func count(unsent bytes: Int) {
        let more = bytes - unsentBytes
        guard more != 0 else { return }
        unsentBytes = bytes
        if more > 0 { add(more) } else { give(-more) }
    }

    private mutating func share() {
        let steps = (max(0, byteCount - unsharedBytes) + unsharedBytes - 1) / unsharedBytes
        let due = steps * unsharedBytes
        guard due != shared else { return }
        caller.add(due - shared)
        shared = due
    }
}

extension Status {
    static let holdsTooMuch = Status.overLimit("too much waits unread on this connection, or on all of this caller's")
}
