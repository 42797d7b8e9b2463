/// Limits of a feed, each with its reason.
package struct FeedLimits: Sendable {
    /// Followers at once. Each costs a stream and, while it lags, a page of the change log.
    package var followersMax = 256
    /// Bytes of changes in one message, unless one transaction alone is larger.
    package var messageBytesMax = 256 * 1024
    /// Bytes of one transaction that may go into one message: a frame holds 4 MiB. A larger one travels as a snapshot.
    package var transactionBytesMax = 3 * 1024 * 1024
    /// Recent changes kept in memory for all followers together; who is further behind reads the change log.
    package var recentBytesMax = 8 * 1024 * 1024
    package var recentTransactionsMax = 8192
    /// Changes in one page of the change log.
    package var pageChangesMax = 4096
    /// Snapshots in memory at once; each lies there until its follower has taken it.
    package var snapshotsMax = 2
    /// A follower that takes no part of its snapshot for this long is cut off.
    package var snapshotStall = Duration.seconds(30)

    package init() {}
}
