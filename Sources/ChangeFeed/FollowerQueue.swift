/// What waits for one follower: a place in the common order of changes, and at most one heartbeat to answer.
///
/// This is a queue without storage: it cannot grow, however slowly the follower reads.
struct FollowerQueue {
    /// Caller and name; a new stream of the same pair replaces this one.
    let name: String
    /// The last position handed to the stream's writer; nil: a snapshot has to come next.
    var sent: Int64?
    /// The largest position ever handed to it: nobody can have applied more.
    private(set) var sentMax: Int64
    /// No lease before this is acknowledged: a follower that catches up, or takes changes without applying them,
    /// must not keep writers waiting for longer than one lease.
    var owed: Int64
    /// The newest heartbeat without an answer, and when it was received. Older ones are worth less.
    var heartbeat: (number: UInt64, received: Moment)?
    var isReplaced = false

    init(name: String, position: Int64?) {
        self.name = name
        sent = position
        sentMax = position ?? 0
        owed = sentMax
    }

    mutating func advance(to position: Int64) {
        sent = position
        sentMax = max(sentMax, position)
    }
}
