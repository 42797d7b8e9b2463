package import Messages

/// Several refusals as one event.
package struct RefusalTally: Sendable, Equatable {
    /// What is counted together.
    struct Key: Hashable {
        /// Whose; empty where nobody knows.
        let name: String
        let method: String

        /// A caller chooses some names, and they stay in memory.
        init(name: String, method: String) {
            self.name = EventSize.cut(name, EventSize.idBytesMax)
            self.method = method
        }
    }

    /// Nil for all those that could not be counted apart.
    let key: Key?
    /// Of the first.
    private(set) var event: Event
    private(set) var count: Int64 = 1
    /// Microseconds UTC.
    private(set) var firstAt: Int64
    private(set) var lastAt: Int64

    init(_ attempt: RefusedAttempt, at now: Int64) {
        key = Key(name: attempt.event.actor?.id ?? "", method: attempt.method)
        event = attempt.event
        event.changes = []
        event.justification = ""
        event.origin?.requestId = ""
        event.origin?.traceparent = ""
        event = EventSize.cut(event)
        (firstAt, lastAt) = (now, now)
    }

    private init(_ key: Key?, _ event: Event, _ count: Int64, _ firstAt: Int64, _ lastAt: Int64) {
        (self.key, self.event, self.count, self.firstAt, self.lastAt) = (key, event, count, firstAt, lastAt)
    }

    /// The same refusals, without whose they are.
    var amongOthers: RefusalTally {
        let event = Event(
            class: .audit, action: "refusal.counted", outcome: .denied, origin: Origin(service: event.origin?.service ?? ""))
        return RefusalTally(nil, event, count, firstAt, lastAt)
    }

    mutating func add(_ other: RefusalTally) {
        count += other.count
        if other.firstAt < firstAt { (event, firstAt) = (other.event, other.firstAt) }
        lastAt = max(lastAt, other.lastAt)
    }

    /// But for its id and time.
    package var counted: Event {
        var event = event
        event.count = count
        event.firstAt = Timestamp(microsecondsSince1970: firstAt)
        event.lastAt = Timestamp(microsecondsSince1970: lastAt)
        return event
    }
}
