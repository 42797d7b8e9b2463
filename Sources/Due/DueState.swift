/// What the schedule knows between two batches, and when the next one is to be, without I/O. Times are microseconds UTC.
struct DueState {
    /// A clock can be moved while somebody sleeps, and nothing tells: so the longest sleep is this, and a time that has come
    /// is seen no later. To look costs a reading of the clock.
    static let lookEvery: Int64 = 1_000_000

    enum Step: Equatable {
        case work
        case wait(Int64)
    }

    /// No entry is to be tried before: exact or too early, never too late. At first nobody knows, so that is looked up.
    private var first = Int64.min
    /// Nothing is tried before, for the store has failed.
    private(set) var heldUntil = Int64.min
    private var failedBatches = 0
    private(set) var isCounted = false
    private(set) var statistics = DueStatistics()

    func step(at now: (earliest: Int64, latest: Int64)) -> Step {
        // Two clocks that disagree: nothing ends meanwhile.
        if now.earliest != now.latest { return .wait(Self.lookEvery) }
        let begin = max(first, heldUntil)
        return begin <= now.earliest ? .work : .wait(min(begin - now.earliest, Self.lookEvery))
    }

    /// Of a commit: an entry is there now that is to be tried at `tryAt`. `replaced`: the one that it took the place of.
    /// True when who waits has to think anew.
    mutating func put(_ entry: DueEntry, replacing replaced: DueEntry?) -> Bool {
        let isFreed = replaced.map { removed($0) } ?? false
        statistics.waiting += 1
        statistics.oldest = min(statistics.oldest ?? .max, entry.at)
        let isEarlier = entry.tryAt < first
        first = min(first, entry.tryAt)
        return isEarlier || isFreed
    }

    /// Of a commit: an entry is gone before it was done. One that was failing was perhaps what others of its key waited for.
    mutating func removed(_ entry: DueEntry) -> Bool {
        statistics.waiting -= 1
        guard entry.attempts > 0 else { return false }
        statistics.failing -= 1
        first = .min
        return true
    }

    /// Of a commit: that of a batch. `counted`: how many there were in all, and how many of them failing, when it began.
    mutating func worked(_ batch: DueBatch, counted: (waiting: Int, failing: Int)?) {
        if let counted { (statistics.waiting, statistics.failing, isCounted) = (counted.waiting, counted.failing, true) }
        first = batch.next?.tryAt ?? .max
        failedBatches = 0
        statistics.waiting -= batch.done
        statistics.done += batch.done
        statistics.failures += batch.failures.count
        statistics.failing += batch.failures.count { $0.entry.attempts == 0 && !$0.isWantOfRoom } - batch.recovered
        statistics.oldest = batch.next?.oldest
    }

    /// A batch was not written: the disk is full, or the queue.
    mutating func storeFailed(at now: Int64) {
        failedBatches += 1
        heldUntil = now + min(DueEntry.pause(after: failedBatches), 60_000_000)
    }
}

/// For metrics. The counts are 0 until the first batch has counted.
package struct DueStatistics: Sendable, Equatable {
    /// Entries there are, whenever they are due.
    package var waiting = 0
    /// Those of them that have failed; not those that only found no room.
    package var failing = 0
    /// The earliest time that one of them is or will be due, microseconds UTC; nil when there is none.
    package var oldest: Int64?
    /// Since the start.
    package var done = 0
    /// Tries in vain, since the start.
    package var failures = 0
}
