/// Counters since the store was opened.
package struct StoreStatistics: Sendable, Equatable {
    /// Groups committed.
    package var commits = 0
    /// Groups lost to a full disk or an I/O error.
    package var failedCommits = 0
    /// Writes answered after a commit.
    package var writes = 0
    /// Writes whose own body threw; they alone were rolled back.
    package var refusedWrites = 0
    /// Those of them that found no room in the outbox, by the priority of their event.
    package var withoutRoom: [OutboxPriority: Int] = [:]
    /// The largest group so far.
    package var largestGroup = 0
    /// Writes and reads waiting now.
    package var waitingWrites = 0
    package var waitingReads = 0
}
