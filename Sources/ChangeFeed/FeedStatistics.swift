/// What a feed shows of itself.
package struct FeedStatistics: Sendable, Equatable {
    package struct Follower: Sendable, Equatable {
        /// Caller and name.
        package var name: String
        /// The last position handed to it as a whole; nil while it waits for a snapshot.
        package var sent: Int64?
        package var acknowledged: Int64
        package var holdsLease: Bool
    }

    struct Counters: Equatable {
        var snapshots = 0
        var logPages = 0
    }

    package var position: Int64
    package var followers: [Follower]
    /// Writes that are on disk and not answered yet.
    package var waitingWrites: Int
    /// Changes kept in memory for followers, in bytes.
    package var recentBytes: Int
    /// Since the start.
    package var snapshots: Int
    package var logPages: Int

    init(_ state: FeedState, waitingWrites: Int, _ counters: Counters, at now: Moment) {
        position = state.published
        followers = state.followers
            .map { stream, queue in
                Follower(
                    name: queue.name, sent: queue.sent?.position, acknowledged: state.leases.acknowledged(by: stream),
                    holdsLease: state.leases.isLive(stream, at: now))
            }
            .sorted { $0.name < $1.name }
        self.waitingWrites = waitingWrites
        recentBytes = state.recent.bytes
        snapshots = counters.snapshots
        logPages = counters.logPages
    }
}
