import Lots
/// What one wait for memory costs in a table of so many bytes: cache lines linked in one random circle.
///
/// A decision among a million delegations waits at least twice, for the account's entry and then for the delegation that it
/// leads to. No layout is below that.
struct PointerChase {
    private typealias Line = (Int, Int, Int, Int, Int, Int, Int, Int)
    private static let steps = 1 << 18
    private var lines: ContiguousArray<Line>

    init(bytes: Int) {
        let count = max(2, bytes / MemoryLayout<Line>.stride)
        lines = ContiguousArray(repeating: (0, 0, 0, 0, 0, 0, 0, 0), count: count)
        var random = SplitMix(seed: UInt64(count))
        let order = (0..<count).shuffled(using: &random)
        for place in order.indices { lines[order[place]].0 = order[(place + 1) % count] }
    }

    /// Of one step.
    func nanoseconds() -> Double {
        var place = 0
        let took = ContinuousClock().measure {
            for _ in 0..<Self.steps { place = lines[place].0 }
        }
        // Also keeps the loop from being optimised away.
        precondition(lines.indices.contains(place), "a step leads out of the circle")
        return took / .nanoseconds(Self.steps)
    }
}
