/// How many bytes of messages one side may still send on a stream.
///
/// A side may send while its window is above zero, and one message may take it below: so a message
/// of 4 MiB passes a window of 64 KiB. A message costs its bytes, at least one.
struct Window: Equatable {
    private(set) var bytes: Int

    /// A window, or credit past it, is a broken rule.
    static let max = Int(Int32.max)

    var isOpen: Bool { bytes > 0 }

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    static func cost(_ messageBytes: Int) -> Int {
        Swift.max(1, messageBytes)
    }

    /// The peer sent a message, or we do. False when the window was closed.
    mutating func spend(_ messageBytes: Int) -> Bool {
        guard isOpen else { return false }
        bytes -= Self.cost(messageBytes)
        return true
    }

    /// Credit of one frame. False when it is zero or takes the window past 2^31-1.
    mutating func credit(_ more: Int) -> Bool {
        guard more > 0, bytes + more <= Self.max else { return false }
        bytes += more
        return true
    }
}
