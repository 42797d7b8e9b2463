internal import SQL

/// What waits for one follower: a place in the common order of changes, and at most one heartbeat to answer.
///
/// This is a queue without storage: it cannot grow, however slowly the follower reads.
struct FollowerQueue {
    /// Caller and name; a new stream of the same pair replaces this one.
    let name: String
    /// The place behind what was handed to the stream's writer last; nil: a snapshot has to come next.
    var sent: ChangePlace?
    /// The largest position ever handed to it as a whole: nobody can have applied more.
    private(set) var sentMax: Int64
    /// Since when a transaction is under way in parts; nil when none is.
    private(set) var partsSince: Moment?
    /// No lease before this is acknowledged: a follower that catches up, or takes changes without applying them,
    /// must not keep writers waiting for longer than one lease.
    var owed: Int64
    /// The newest heartbeat without an answer, and when it was received. Older ones are worth less.
    var heartbeat: (number: UInt64, received: Moment)?
    var isReplaced = false

    init(name: String, position: Int64?) {
        self.name = name
        sent = position.map { ChangePlace($0) }
        sentMax = position ?? 0
        owed = sentMax
    }

    mutating func advance(to place: ChangePlace, at now: Moment) {
        if place.taken == 0 {
            partsSince = nil
        } else if partsSince == nil || sent?.position != place.position {
            partsSince = now
        }
        sent = place
        sentMax = max(sentMax, place.position)
    }

    /// The stream goes on with a snapshot.
    mutating func restart() {
        sent = nil
        partsSince = nil
    }
}
