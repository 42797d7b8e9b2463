internal import Synchronization

/// A clock for `AccessIndex` that goes on only while it runs: what fills the index before is no hold that is measured.
final class Watch: Sendable {
    private let isRunning = Atomic(false)

    var clock: @Sendable () -> Duration {
        let origin = ContinuousClock.now
        return { self.isRunning.load(ordering: .relaxed) ? origin.duration(to: .now) : .zero }
    }

    func start() { isRunning.store(true, ordering: .relaxed) }

    func stop() { isRunning.store(false, ordering: .relaxed) }
}
