/// Limits of a feed, each with its reason.
package struct FeedLimits: Sendable {
    /// Followers at once. Each costs a stream and, while it lags, a page of the change log.
    package var followersMax = 256
    /// Bytes of changes in one message, unless one change alone is larger. A transaction that is larger goes in parts.
    package var messageBytesMax = 256 * 1024
    /// A follower's: bytes of a transaction that it collects before it applies it. An organization of 100,000 accounts can
    /// change as one at some 600 bytes a row. Whoever is sent more starts from a snapshot: that shows the same, and who
    /// follows has room for one anyway.
    package var transactionBytesMax = 64 * 1024 * 1024
    /// How long the parts of one transaction may take, while which the follower's lease goes on: writes wait so much longer
    /// for one that takes them slowly, and a client, with the longest leases, not longer than its 30 seconds.
    package var partsTime = Duration.seconds(5)
    /// Recent changes kept in memory for all followers together; who is further behind reads the change log.
    package var recentBytesMax = 8 * 1024 * 1024
    package var recentTransactionsMax = 8192
    /// Changes in one page of the change log, which is cut at `messageBytesMax` too.
    package var pageChangesMax = 4096
    /// Snapshots in memory at once; each lies there until its follower has taken it.
    package var snapshotsMax = 2
    /// A follower that takes no part of its snapshot for this long is cut off.
    package var snapshotStall = Duration.seconds(30)

    package init() {}
}
