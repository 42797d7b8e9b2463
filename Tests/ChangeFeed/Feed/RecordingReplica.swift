import ChangeFeed
import SQL
import Synchronization

/// Keeps what it was told.
final class RecordingReplica: Replica {
    struct State {
        var values: [String: [UInt8]] = [:]
        var positions: [Int64] = []
        var snapshots = 0
        var refusals = 0
    }

    let state = Mutex(State())

    var values: [String: [UInt8]] { state.withLock { $0.values } }

    func replace(with snapshot: [ChangeRecord]) throws {
        state.withLock { state in
            state.values = [:]
            for change in snapshot { state.values[change.id] = change.value }
            state.snapshots += 1
        }
    }

    func apply(_ transaction: CommittedTransaction) throws {
        try state.withLock { state in
            if state.refusals > 0 {
                state.refusals -= 1
                throw FeedError(.replica, "refused by the test")
            }
            for change in transaction.changes { state.values[change.id] = change.deleted ? nil : change.value }
            state.positions.append(transaction.position)
        }
    }
}
