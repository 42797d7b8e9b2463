/// Who hears of a commit, and in which order.
///
/// Nothing outside may know of a change before the service itself judges by it: else whoever was told that an account is
/// suspended could still see it authorized. So all hooks of one phase run before the first of the next, whoever was
/// registered first.
///
/// On the disk a commit can be read before the first hook has heard of it. What reads there to tell others waits until the
/// group is over (`Store.settled`), or stops at what is published (`Store.outboxBatch`).
package enum CommitPhase: Int, CaseIterable, Sendable {
    /// The service's own index, caches and judgements: the hooks, then what the writes themselves asked for
    /// (`Transaction.afterCommit`), in their order.
    case view
    /// What tells others: the feed; behind it the relay.
    case followers
}
