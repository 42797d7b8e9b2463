internal import NIOCore
internal import Synchronization

/// The long frames and messages of one caller that have begun and not ended: so many bytes at a time, the others wait in
/// line, unread.
///
/// 1. One may begin while less than the ceiling is unfinished, and may pass it; none begins before one that waits longer.
/// 2. The line moves: what has begun is whole or refused within `frameFinish`, and waits for no handler. Nothing that may
///    wait for ever is counted here, so a client that is asked to wait is not waited for.
///
/// Any thread.
final class UnfinishedLine: Sendable {
    /// Where one frame or message stands. Its connection keeps it, and leaves with it.
    enum Place: Equatable {
        case none
        case waiting(UInt64)
        /// It comes; so many bytes are counted for it.
        case begun(Int)
    }

    private struct Waiter {
        let id: UInt64
        let byteCount: Int
        let loop: any EventLoop
        let onTurn: @Sendable (UInt64) -> Void
    }

    private struct State {
        var byteCount = 0
        var waiting: [Waiter] = []
        var lastID: UInt64 = 0
    }

    private let bytesMax: Int
    private let state = Mutex(State())

    init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    var byteCount: Int { state.withLock { $0.byteCount } }

    /// Begins or waits. When its turn comes it is counted, and `onTurn` hears that on the loop with the number of the wait:
    /// the place is `begun` then, or left for one that has gone.
    func enter(_ byteCount: Int, _ loop: any EventLoop, onTurn: @escaping @Sendable (UInt64) -> Void) -> Place {
        state.withLock { state in
            if state.byteCount < bytesMax, state.waiting.isEmpty {
                state.byteCount += byteCount
                return .begun(byteCount)
            }
            state.lastID += 1
            state.waiting.append(Waiter(id: state.lastID, byteCount: byteCount, loop: loop, onTurn: onTurn))
            return .waiting(state.lastID)
        }
    }

    /// For what is whole already and only waits to be read.
    func begin(_ byteCount: Int) -> Place {
        state.withLock { $0.byteCount += byteCount }
        return .begun(byteCount)
    }

    /// It is whole, or never will be. One whose turn has come and who has not heard of it leaves when it does.
    func leave(_ place: Place) {
        let turns: [Waiter] = state.withLock { state in
            switch place {
            case .none: return []
            case .waiting(let id): state.waiting.removeAll { $0.id == id }
            case .begun(let byteCount): state.byteCount -= byteCount
            }
            var turns: [Waiter] = []
            while state.byteCount < bytesMax, turns.count < state.waiting.count {
                turns.append(state.waiting[turns.count])
                state.byteCount += turns[turns.count - 1].byteCount
            }
            state.waiting.removeFirst(turns.count)
            return turns
        }
        for turn in turns { turn.loop.execute { turn.onTurn(turn.id) } }
    }
}
