import Dispatch

/// Limits of a store, and who watches it.
package struct StoreOptions: Sendable {
    /// Writes that share one commit at most. More only lengthens the wait of the first.
    package var groupWritesMax = 512
    /// Threads with a read-only connection each.
    package var readers = 2
    /// Writes, and reads, that may wait; one more is refused with `.busy`.
    package var waitingMax = 65_536
    /// Events the outbox may hold. At a share of it, by their priority, `Transaction.event` throws `OutboxFull`.
    package var outboxEventsMax = Int.max
    /// Hears of each commit on the writer thread, before its writes are answered: how many writes it took, and how many
    /// nanoseconds of `steadyClock` COMMIT took, which is the disk's part. Be quick.
    package var committed: @Sendable (_ writes: Int, _ nanoseconds: Int64) -> Void = { _, _ in }
    /// Hears on the writer thread, before anybody is answered, why the store does nothing more: a commit of which nobody
    /// knows whether it took place, or a disk that did not keep what it was given. The process is to end: only a new one may
    /// open the database again.
    package var lost: @Sendable (SQLError) -> Void = { _ in }
    /// Nanoseconds since an origin of its own.
    package var steadyClock: @Sendable () -> Int64 = { Int64(clamping: DispatchTime.now().uptimeNanoseconds) }

    package init() {}

    package init(outboxEventsMax: Int) { self.outboxEventsMax = outboxEventsMax }
}
