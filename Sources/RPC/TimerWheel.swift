internal import NIOCore

/// A hashed timer wheel: arming and disarming cost the same however many timers there are.
///
/// Time is cut into ticks. A timer hangs in the slot of its tick modulo the number of slots, in a list
/// through `nodes`; `advance` visits the slots between the last time and now, and leaves a timer that
/// belongs to a later round where it is. Nodes are reused, so a running wheel does not allocate.
///
/// A timer fires at its tick's end: never early, at most one tick late.
struct TimerWheel<Key> {
    /// Names an armed timer. Spent when it fired or was disarmed; a spent one disarms nothing.
    struct Token: Equatable {
        fileprivate let index: Int32
        fileprivate let generation: UInt32
    }

    private struct Node {
        var key: Key?
        var tick: Int64
        var next: Int32
        var previous: Int32
        var generation: UInt32
    }

    private static var none: Int32 { -1 }

    private let tickNanoseconds: Int64
    private var slots: [Int32]
    private var nodes: [Node] = []
    private var free: Int32 = -1
    /// Everything up to this tick has fired.
    private var current: Int64
    private(set) var count = 0

    init(now: NIODeadline, tick: Duration = .milliseconds(10), slots: Int = 64) {
        tickNanoseconds = TimeAmount(tick).nanoseconds
        self.slots = Array(repeating: Self.none, count: slots)
        current = Int64(now.uptimeNanoseconds) / tickNanoseconds
    }

    private func slot(_ tick: Int64) -> Int { Int(tick % Int64(slots.count)) }

    mutating func arm(_ key: Key, at deadline: NIODeadline) -> Token {
        let nanoseconds = Int64(deadline.uptimeNanoseconds)
        let tick = max(nanoseconds / tickNanoseconds + 1, current + 1)
        let index: Int32
        if free != Self.none {
            index = free
            free = nodes[Int(index)].next
        } else {
            index = Int32(nodes.count)
            nodes.append(Node(key: nil, tick: 0, next: Self.none, previous: Self.none, generation: 0))
        }
        let head = slots[slot(tick)]
        let generation = nodes[Int(index)].generation
        nodes[Int(index)] = Node(
            key: key, tick: tick, next: head, previous: Self.none, generation: generation)
        if head != Self.none { nodes[Int(head)].previous = index }
        slots[slot(tick)] = index
        count += 1
        return Token(index: index, generation: generation)
    }

    /// False when the timer had fired or was disarmed before.
    @discardableResult
    mutating func disarm(_ token: Token) -> Bool {
        guard nodes[Int(token.index)].generation == token.generation, nodes[Int(token.index)].key != nil else {
            return false
        }
        remove(token.index)
        return true
    }

    private mutating func remove(_ index: Int32) {
        let node = nodes[Int(index)]
        if node.previous == Self.none {
            slots[slot(node.tick)] = node.next
        } else {
            nodes[Int(node.previous)].next = node.next
        }
        if node.next != Self.none { nodes[Int(node.next)].previous = node.previous }
        nodes[Int(index)] = Node(
            key: nil, tick: 0, next: free, previous: Self.none, generation: node.generation &+ 1)
        free = index
        count -= 1
    }

    /// Takes one timer that is due; nil when none is left. Call it until nil.
    mutating func next(due now: NIODeadline) -> Key? {
        let target = Int64(now.uptimeNanoseconds) / tickNanoseconds
        // After a long sleep one round visits every slot; more would visit the same ones again.
        if target - current > Int64(slots.count) { current = target - Int64(slots.count) }
        while current < target || (current == target && count > 0) {
            var index = slots[slot(current)]
            while index != Self.none {
                let node = nodes[Int(index)]
                if node.tick <= target {
                    remove(index)
                    return node.key
                }
                index = node.next
            }
            if current == target { return nil }
            current += 1
        }
        return nil
    }

    /// When a timer of this deadline fires: at the end of its tick.
    func due(_ deadline: NIODeadline) -> NIODeadline {
        let tick = Int64(deadline.uptimeNanoseconds) / tickNanoseconds + 1
        return .uptimeNanoseconds(UInt64(tick * tickNanoseconds))
    }

    /// When the earliest timer fires. Visits all of them: for a sleep, not for every call.
    var earliest: NIODeadline? {
        var tick = Int64.max
        for node in nodes where node.key != nil { tick = min(tick, node.tick) }
        guard tick != .max else { return nil }
        return .uptimeNanoseconds(UInt64(tick * tickNanoseconds))
    }
}
