/// Which streams of a connection may gather a message that may not fit into their window.
///
/// Every stream holds a window's worth. For more the client needs window back before its message is whole, and gets it
/// for a few streams at a time; the others wait. So 128 messages of 4 MiB at once take the memory of four.
struct LargeMessages {
    private let atOnce: Int
    private(set) var granted: [Int32] = []
    private var waiting: [Int32] = []

    init(atOnce: Int) {
        self.atOnce = atOnce
    }

    /// True when the stream may gather now; else it waits in line.
    mutating func ask(_ stream: Int32) -> Bool {
        if granted.contains(stream) { return true }
        if granted.count < atOnce {
            granted.append(stream)
            return true
        }
        if !waiting.contains(stream) { waiting.append(stream) }
        return false
    }

    /// The stream's message is whole, or it never will be. The stream whose turn it is now, if one waited.
    mutating func release(_ stream: Int32) -> Int32? {
        waiting.removeAll { $0 == stream }
        guard let index = granted.firstIndex(of: stream) else { return nil }
        granted.remove(at: index)
        guard !waiting.isEmpty else { return nil }
        let next = waiting.removeFirst()
        granted.append(next)
        return next
    }
}
