/// Limits of a store.
package struct StoreOptions: Sendable {
    /// Writes that share one commit at most. More only lengthens the wait of the first.
    package var groupWritesMax = 512
    /// Threads with a read-only connection each.
    package var readers = 2
    /// Writes, and reads, that may wait; one more is refused with `.busy`.
    package var waitingMax = 65_536
    /// Events the outbox may hold; at that number `Transaction.event` throws `OutboxFull`.
    package var outboxEventsMax = Int.max

    package init() {}

    package init(outboxEventsMax: Int) { self.outboxEventsMax = outboxEventsMax }
}
