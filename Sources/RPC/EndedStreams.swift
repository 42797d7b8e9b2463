/// What a peer may still send on calls that have ended, because it cannot know yet.
///
/// Two memories, both bounded. A stream that ended before its client was done is remembered with its
/// window, so messages on their way are dropped without breaking flow control. Everything else is
/// counted: a correct peer has at most a cancel and a half_close on its way for each request, and one
/// credit for each message it was sent.
struct EndedStreams {
    private struct Entry {
        var stream: UInt32
        var window: Window
    }

    private static let entriesMax = 128

    private var entries: [Entry] = []
    private var oldest = 0
    private var budget: Int

    /// `slack`: strays for nothing.
    init(slack: Int) {
        budget = slack
    }

    mutating func requestCame() { budget += 2 }
    mutating func messageWasSent() { budget += 1 }

    /// A stream ended while its client could still send.
    mutating func remember(_ stream: UInt32, _ window: Window) {
        let entry = Entry(stream: stream, window: window)
        if entries.count < Self.entriesMax {
            entries.append(entry)
        } else {
            entries[oldest] = entry
            oldest = (oldest + 1) % Self.entriesMax
        }
    }

    mutating func message(_ stream: UInt32, bytes: Int) throws(Violation) {
        guard let index = entries.firstIndex(where: { $0.stream == stream }) else { return try stray() }
        guard entries[index].window.spend(bytes) else { throw .windowClosed(stream) }
    }

    /// A cancel, credit, half_close, or a message of a stream that is not remembered.
    mutating func stray() throws(Violation) {
        budget -= 1
        guard budget >= 0 else { throw Violation(.excess, "too many frames for calls that have ended") }
    }
}

extension Violation {
    static func windowClosed(_ stream: UInt32) -> Violation {
        Violation(.flowControl, "a message on stream \(stream) came without window")
    }
}
