import Synchronization

@testable import ChangeFeed

/// Time stands still until a test moves it.
final class ManualClock: Sendable {
    private struct Sleeper {
        let id: Int
        let until: Moment
        let wake: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Moment(nanoseconds: 1_000_000_000)
        var sleepers: [Sleeper] = []
        var slept = 0
    }

    private let state = Mutex(State())

    var steady: SteadyClock {
        SteadyClock(
            now: { self.state.withLock { $0.now } },
            sleep: { try await self.sleep(until: $0) })
    }

    var sleepers: Int { state.withLock { $0.sleepers.count } }

    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now + duration
            let due = state.sleepers.filter { $0.until <= state.now }
            state.sleepers.removeAll { $0.until <= state.now }
            return due
        }
        for sleeper in due { sleeper.wake.resume() }
    }

    private func sleep(until: Moment) async throws {
        let id = state.withLock { state in
            state.slept += 1
            return state.slept
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (wake: CheckedContinuation<Void, any Error>) in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if until <= state.now { return .success(()) }
                    state.sleepers.append(Sleeper(id: id, until: until, wake: wake))
                    return nil
                }
                if let result { wake.resume(with: result) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0) }
            }
            sleeper?.wake.resume(throwing: CancellationError())
        }
    }
}
