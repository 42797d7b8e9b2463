internal import Synchronization

/// Tells watchers whether the server answers calls: at once, and at each change until it drains.
///
/// Nobody says when a lease has ended; `Readiness` has to be asked. One loop asks for all watchers, so a change is told
/// `interval` late at most, and a watcher costs nothing while nothing changes.
final class HealthWatch: Sendable {
    static let interval = Duration.milliseconds(250)

    private struct State {
        var isReady = false
        var isDraining = false
        var watchers: [UInt64: AsyncStream<Bool>.Continuation] = [:]
        var nextNumber: UInt64 = 0
    }

    let readiness: Readiness
    private let state = Mutex(State())

    init(_ readiness: Readiness) {
        self.readiness = readiness
    }

    /// Looks after each pause, until the task is cancelled.
    func run(pause: @Sendable () async throws -> Void = { try await Task.sleep(for: HealthWatch.interval) }) async {
        while (try? await pause()) != nil { look() }
    }

    /// Asks how the server is, and tells a change. When it drains, that is the last word.
    func look() {
        let ended = state.withLock { state in
            look(&state)
            guard state.isDraining else { return [AsyncStream<Bool>.Continuation]() }
            defer { state.watchers = [:] }
            return Array(state.watchers.values)
        }
        // Outside of the lock, which the end of a stream takes too.
        for watcher in ended { watcher.finish() }
    }

    /// True while the server answers calls: how it is now, then each change. A slow reader misses what was
    /// overtaken, never the last. Ends when the server drains or the reading task is cancelled.
    func states() -> AsyncStream<Bool> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { watcher in
            let number: UInt64? = state.withLock { state in
                look(&state)
                watcher.yield(state.isReady)
                guard !state.isDraining else { return nil }
                state.nextNumber += 1
                state.watchers[state.nextNumber] = watcher
                return state.nextNumber
            }
            guard let number else { return watcher.finish() }
            watcher.onTermination = { [weak self] _ in
                self?.state.withLock { $0.watchers[number] = nil }
            }
        }
    }

    /// Returns when the server drains, or the task is cancelled.
    func untilDraining() async {
        for await _ in states() {}
    }

    /// How many watch now.
    var watchers: Int { state.withLock { $0.watchers.count } }

    /// Under the lock, so that changes are told in the order in which they were seen.
    private func look(_ state: inout State) {
        state.isDraining = readiness.isDraining
        let isReady = !state.isDraining && readiness.reasons.isEmpty
        guard isReady != state.isReady else { return }
        state.isReady = isReady
        for watcher in state.watchers.values { watcher.yield(isReady) }
    }
}
