/// What an event tells of. While the log takes nothing the outbox fills, and this decides who still finds room in it.
///
/// 1. Each priority has a share of the outbox: the number of waiting events, of any priority, up to which it is taken.
/// 2. A higher priority has the larger share, so that nothing can take the last room from what must not wait.
package enum OutboxPriority: String, Sendable, CaseIterable, Comparable {
    /// One thing that was refused. Whoever is refused chooses how many there are. Without room it is counted, and so
    /// loses its details only.
    case refusal
    /// Many refused, as one event with their number: at most one a minute for each actor and method. Without room
    /// the counts grow and wait in memory, where kill -9 would lose them; so they still fit when single ones do not.
    case refusalCount = "refusal_count"
    /// A change. Without room it is refused.
    case change
    /// A session begun: whoever is to take access away may have to sign in first. Everybody who may sign in can do so
    /// again and again, so it has no part in the last room.
    case session
    /// A change that only takes access away. There are at most as many as something was given before, while it still had
    /// room, and each one refused leaves somebody in who must be out. What somebody may give to and take from oneself
    /// without end is bounded for that: an account has at most 100 sessions, so its own sign-outs take 100 places.
    case withdrawal

    /// In percent. Refusals are kept small, for a flood of them must not cost changes anything. What is kept for
    /// withdrawals alone is 50,000 of the million events that `--outbox-max` allows when nothing is set: everybody in a
    /// large organization suspended, or an administrator's every grant revoked, during one outage of the log.
    var share: Int {
        switch self {
        case .refusal: 20
        case .refusalCount: 25
        case .change: 90
        case .session: 95
        case .withdrawal: 100
        }
    }

    /// How many events may wait, this one included. An outbox of less than 100 events has no shares.
    package func eventsMax(of whole: Int) -> Int { whole - whole / 100 * (100 - share) }

    package static func < (one: OutboxPriority, other: OutboxPriority) -> Bool { one.share < other.share }
}

/// The outbox holds as many events as it may for an event of this priority: the log has not taken any for too long.
package struct OutboxFull: Error, Sendable, Equatable {
    package let priority: OutboxPriority

    package init(_ priority: OutboxPriority) { self.priority = priority }
}
