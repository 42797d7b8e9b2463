internal import SQL

/// A few entries whose time has come, one after the other within one write, without I/O of its own.
struct DueBatch {
    struct Failure {
        let entry: DueEntry
        let error: any Error

        /// The outbox or the disk was full: nothing is wrong with the entry.
        var isWantOfRoom: Bool { error is OutboxFull || (error as? SQLError)?.code == .full }
    }

    private(set) var done = 0
    /// Of those that are done: had failed before.
    private(set) var recovered = 0
    private(set) var failures: [Failure] = []
    /// When the next entry is to be tried, as this write leaves the table.
    private(set) var next: (tryAt: Int64, oldest: Int64)?

    /// `isOver`: enough time was spent; what is left is done by the next batch. What is thrown is the table's failure, and
    /// nothing of the batch has happened.
    mutating func run(
        on table: some DueTable, at now: Int64, entriesMax: Int, isOver: () -> Bool, act: (DueEntry) throws -> Void
    ) throws {
        for entry in try table.due(at: now, limit: entriesMax) {
            if done + failures.count > 0 && isOver() { break }
            if let first = try table.first(of: entry.key, at: now), first.precedes(entry) {
                var waiting = entry
                waiting.tryAt = max(entry.tryAt, first.tryAt)
                try table.postpone(waiting)
            } else {
                try perform(entry, table, now, act)
            }
        }
        next = try table.next()
    }

    private mutating func perform(
        _ entry: DueEntry, _ table: some DueTable, _ now: Int64, _ act: (DueEntry) throws -> Void
    ) throws {
        var isThere = false
        do {
            try table.alone {
                isThere = try table.remove(entry)
                if !isThere { return }
                CrashPoint.reach(.dueTaken)
                try act(entry)
                CrashPoint.reach(.dueActed)
            }
        } catch {
            let failure = Failure(entry: entry, error: error)
            try table.postpone(failure.isWantOfRoom ? entry.withoutRoom(at: now) : entry.failed(at: now))
            failures.append(failure)
            return
        }
        if !isThere { return }
        done += 1
        if entry.attempts > 0 { recovered += 1 }
    }
}
