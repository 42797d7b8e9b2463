internal import Synchronization

/// What one caller holds over all its connections, which live on several event loops.
///
/// The check and the count are two steps, so the ceiling can be passed by what each loop takes at one instant.
final class CallerHolding: Sendable {
    private let bytesMax: Int
    private let held = Atomic(0)
    /// Counted apart: what is held may wait for a handler for ever, what has begun is over soon.
    let unfinished: UnfinishedLine
    private let onEnd: @Sendable () -> Void

    init(_ limits: Limits, onEnd: @escaping @Sendable () -> Void = {}) {
        bytesMax = limits.callerHeldBytesMax
        unfinished = UnfinishedLine(bytesMax: limits.callerUnfinishedBytesMax)
        self.onEnd = onEnd
    }

    deinit { onEnd() }

    var byteCount: Int { held.load(ordering: .relaxed) }
    var isFull: Bool { byteCount >= bytesMax }

    func add(_ bytes: Int) { held.add(bytes, ordering: .relaxed) }
}

/// The holdings of every caller that has a connection, or a handler that still runs.
final class CallerHoldings: Sendable {
    private struct Entry {
        weak var holding: CallerHolding?
    }

    private let limits: Limits
    private let entries = Mutex<[String: Entry]>([:])

    init(limits: Limits) {
        self.limits = limits
    }

    var count: Int { entries.withLock { $0.count } }

    /// By the URI of its certificate; of one without, by its address.
    func holding(caller: String, address: String) -> CallerHolding {
        let key = caller.isEmpty ? "address " + address : caller
        return entries.withLock { entries in
            if let holding = entries[key]?.holding { return holding }
            let holding = CallerHolding(limits) { [weak self] in self?.forget(key) }
            entries[key] = Entry(holding: holding)
            return holding
        }
    }

    /// Another connection may have made a new one meanwhile. Looking at it holds it, and the last to let go of it comes here
    /// again: so not within the lock.
    private func forget(_ key: String) {
        let other: CallerHolding? = entries.withLock { entries in
            let other = entries[key]?.holding
            if other == nil { entries[key] = nil }
            return other
        }
        withExtendedLifetime(other) {}
    }
}
