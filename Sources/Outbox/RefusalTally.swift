package import Contract
internal import Messages

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
    private(set) var firstRefuseTime: Int64
    private(set) var lastRefuseTime: Int64

    init(_ attempt: RefusedAttempt, at now: Int64) {
        key = Key(name: attempt.event.leaf.refused, method: attempt.method)
        // Nothing personal: it is of one call.
        event = attempt.event.leaf
        event.changes = []
        event.origin?.traceparent = ""
        event = EventSize.cut(event)
        (firstRefuseTime, lastRefuseTime) = (now, now)
    }

    private init(_ key: Key?, _ event: Event, _ count: Int64, _ firstRefuseTime: Int64, _ lastRefuseTime: Int64) {
        (self.key, self.event, self.count, self.firstRefuseTime, self.lastRefuseTime) = (
            key, event, count, firstRefuseTime, lastRefuseTime
        )
    }

    /// The same refusals, without whose they are.
    var amongOthers: RefusalTally {
        let event = Event(
            eventClass: .audit, action: EventAction.refusalCounted.name, outcome: .denied,
            origin: EventOrigin(service: event.origin?.service ?? ""))
        return RefusalTally(nil, event, count, firstRefuseTime, lastRefuseTime)
    }

    mutating func add(_ other: RefusalTally) {
        count += other.count
        if other.firstRefuseTime < firstRefuseTime { (event, firstRefuseTime) = (other.event, other.firstRefuseTime) }
        lastRefuseTime = max(lastRefuseTime, other.lastRefuseTime)
    }

    /// But for its id and time.
    package var counted: OpenEvent {
        var event = event
        event.count = count
        event.firstRefuseTime = Timestamp(microsecondsSince1970: firstRefuseTime)
        event.lastRefuseTime = Timestamp(microsecondsSince1970: lastRefuseTime)
        return OpenEvent(event)
    }
}
