package import Due
internal import Synchronization

extension ServerProcess {
    /// Does what is due, with one action for each kind of entry that this service has.
    package func doing(_ actions: [DueAction], on schedule: Schedule) -> Background {
        show(schedule)
        let logger = logger
        let told = EntriesTold()
        return Background("schedule") {
            await schedule.run(
                actions,
                failing: { entry, error in
                    // A full outbox makes all of them fail: the metric counts, the log says one in ten seconds.
                    guard let untold = told.one(at: ContinuousClock.now) else { return }
                    logger.error(
                        "what is due cannot be done; it is tried again",
                        metadata: [
                            "kind": "\(entry.kind.name)", "key": "\(entry.key)", "attempts": "\(entry.attempts + 1)",
                            "error": "\(error)", "others": "\(untold)",
                        ])
                },
                failed: { error in
                    logger.warning("what is due waits for the store", metadata: ["error": "\(error)"])
                })
        }
    }

    private func show(_ schedule: Schedule) {
        let clock = clock
        metrics.read(.dueEntries) { schedule.statistics.waiting }
        metrics.read(.dueFailing) { schedule.statistics.failing }
        metrics.read(.dueOverdue) { schedule.statistics.oldest.map { max(0, Double(clock.now.earliest - $0) / 1e6) } ?? 0 }
        metrics.read(.dueDone) { schedule.statistics.done }
        metrics.read(.dueFailures) { schedule.statistics.failures }
    }
}

/// Which of many failures are told.
private final class EntriesTold: Sendable {
    private let state = Mutex<(last: ContinuousClock.Instant?, untold: Int)>((nil, 0))

    /// How many were not told since the last that was; nil when this one is not told either.
    func one(at now: ContinuousClock.Instant) -> Int? {
        state.withLock { state in
            if let last = state.last, last.duration(to: now) < .seconds(10) {
                state.untold += 1
                return nil
            }
            defer { state = (now, 0) }
            return state.untold
        }
    }
}
