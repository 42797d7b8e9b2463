internal import Synchronization

/// Whether the writer is at work on a group, and who waits until it no longer is.
///
/// To wait for that needs no place in the writer's queue, no transaction and no disk, so it cannot be refused.
final class WriterTurn: Sendable {
    private struct State {
        var isAtWork = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Runs a group. Whoever has waited goes on when it is over, however it ended.
    func take(_ group: () -> Void) {
        state.withLock { $0.isAtWork = true }
        group()
        let waiting = state.withLock { state in
            defer { state = State() }
            return state.waiting
        }
        for one in waiting { one.resume() }
    }

    /// Returns when the group that runs now, if one does, is over.
    func over() async {
        await withCheckedContinuation { (one: CheckedContinuation<Void, Never>) in
            let isIdle = state.withLock { state in
                if state.isAtWork { state.waiting.append(one) }
                return !state.isAtWork
            }
            if isIdle { one.resume() }
        }
    }
}
