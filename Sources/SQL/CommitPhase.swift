/// Who hears of a commit, and in which order.
///
/// Nothing outside may know of a change before the service itself judges by it: else whoever was told that an account is
/// suspended could still see it authorized. So all hooks of one phase run before the first of the next, whoever was
/// registered first.
package enum CommitPhase: Int, CaseIterable, Sendable {
    /// The service's own index, caches and judgements.
    case view
    /// What tells others: the feed.
    case followers
}
