/// Answers that wait for followers, in the order of their positions.
struct WaitingWrites {
    private var waiting: [(position: Int64, answer: CheckedContinuation<Void, Never>)] = []

    var count: Int { waiting.count }
    /// The smallest position waited for.
    var first: Int64? { waiting.first?.position }

    mutating func insert(_ position: Int64, _ answer: CheckedContinuation<Void, Never>) {
        // Positions come nearly in order: look from the end.
        var index = waiting.count
        while index > 0, waiting[index - 1].position > position { index -= 1 }
        waiting.insert((position, answer), at: index)
    }

    /// Takes those up to and with `position`.
    mutating func take(upTo position: Int64) -> [CheckedContinuation<Void, Never>] {
        let count = waiting.firstIndex { $0.position > position } ?? waiting.count
        defer { waiting.removeFirst(count) }
        return waiting[..<count].map(\.answer)
    }
}
