import Synchronization

/// Tells who watches a log that it has grown.
///
/// 1. A watcher that was told once and has not looked is not told again: it reads all there is, however often it was told.
/// 2. What was committed before a watcher stood here it must read by itself; it is told of everything after.
/// 3. Watchers are bounded, those of one log too: each reads the log for each append.
package final class Arrivals: Sendable {
    package static let watchersMax = 256
    package static let watchersOfLogMax = 32

    private struct State {
        var watchers: [LogName: [UInt64: AsyncStream<Void>.Continuation]] = [:]
        var count = 0
        var lastNumber: UInt64 = 0
        var isDraining = false
    }

    private let state = Mutex(State())

    /// One value for each time that there may be more to read. Ends when the server drains, or the reading task is cancelled.
    ///
    /// Throws `LogError`: `tooManyWatches`, `draining`.
    package func watch(_ log: LogName) throws(LogError) -> AsyncStream<Void> {
        let (stream, watcher) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = try state.withLock { (state) throws(LogError) in
            guard !state.isDraining else { throw LogError(.draining, "the server is draining") }
            let ofLog = state.watchers[log]?.count ?? 0
            guard state.count < Self.watchersMax, ofLog < Self.watchersOfLogMax else {
                throw LogError(
                    .tooManyWatches,
                    "at most \(Self.watchersMax) watch the logs, \(Self.watchersOfLogMax) of them the same one")
            }
            state.lastNumber += 1
            state.count += 1
            state.watchers[log, default: [:]][state.lastNumber] = watcher
            return state.lastNumber
        }
        watcher.onTermination = { [weak self] _ in self?.remove(number, log) }
        return stream
    }

    /// These logs have grown.
    func tell(_ logs: some Sequence<LogName>) {
        state.withLock { state in
            if state.count == 0 { return }
            for log in logs {
                for watcher in (state.watchers[log] ?? [:]).values { watcher.yield() }
            }
        }
    }

    /// Ends all watches, and lets none begin.
    package func drain() {
        let all = state.withLock { state in
            state.isDraining = true
            return state.watchers.values.flatMap(\.values)
        }
        // Outside of the lock, which the end of a stream takes too.
        for watcher in all { watcher.finish() }
    }

    package var isDraining: Bool { state.withLock { $0.isDraining } }

    /// How many watch now.
    package var count: Int { state.withLock { $0.count } }

    private func remove(_ number: UInt64, _ log: LogName) {
        state.withLock { state in
            guard state.watchers[log]?.removeValue(forKey: number) != nil else { return }
            state.count -= 1
            if state.watchers[log]?.isEmpty == true { state.watchers[log] = nil }
        }
    }
}
