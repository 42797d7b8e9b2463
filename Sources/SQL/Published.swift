import Synchronization

/// What a group has committed, in order.
struct Committed {
    /// Of the writes that recorded changes.
    var transactions: [CommittedTransaction] = []
    /// What the writes asked for with `Transaction.afterCommit`.
    var actions: [@Sendable () -> Void] = []
}

/// What the writer thread lets the others see.
final class Published: Sendable {
    typealias CommitHook = @Sendable ([CommittedTransaction]) -> Void
    typealias EventHook = @Sendable (Int64) -> Void

    struct Hooks {
        private var phases = [[CommitHook]](repeating: [], count: CommitPhase.allCases.count)
        var event: [EventHook] = []

        subscript(phase: CommitPhase) -> [CommitHook] { phases[phase.rawValue] }

        mutating func add(_ hook: @escaping CommitHook, in phase: CommitPhase) {
            phases[phase.rawValue].append(hook)
        }
    }

    let position: Atomic<Int64>
    let outboxLast: Atomic<Int64>
    let outboxLength: Atomic<Int>
    let leaseMicros: Atomic<Int64>
    let statistics = Mutex(StoreStatistics())
    let hooks = Mutex(Hooks())

    init(_ state: StoreState) {
        position = Atomic(state.position)
        outboxLast = Atomic(state.outboxNext - 1)
        outboxLength = Atomic(state.outboxLength)
        leaseMicros = Atomic(state.leaseMicros)
    }

    /// After a commit: first the hooks, then the numbers. Whoever reads a position may rely on the hooks
    /// having seen all changes up to it, so a heartbeat never overtakes a change.
    func publish(_ state: StoreState, _ committed: Committed) {
        let hooks = self.hooks.withLock { $0 }
        for phase in CommitPhase.allCases {
            if !committed.transactions.isEmpty {
                for hook in hooks[phase] { hook(committed.transactions) }
            }
            if phase == .view {
                for action in committed.actions { action() }
            }
        }
        let last = state.outboxNext - 1
        let grew = last > outboxLast.load(ordering: .relaxed)
        position.store(state.position, ordering: .releasing)
        outboxLength.store(state.outboxLength, ordering: .releasing)
        outboxLast.store(last, ordering: .releasing)
        leaseMicros.store(state.leaseMicros, ordering: .releasing)
        if grew {
            for hook in hooks.event { hook(last) }
        }
    }
}
