internal import Messages
internal import Outbox
internal import SQL

extension OutboxFill {
    /// - Parameter eventsMax: how many may wait.
    init(_ relay: RelayStatistics, eventsMax: Int) {
        self.init(
            events: Int64(relay.length), eventsMax: Int64(eventsMax),
            changeRoom: Int64(max(0, OutboxPriority.change.eventsMax(of: eventsMax) - relay.length)),
            oldestTime: relay.length == 0 ? nil : relay.oldestWrittenAt.map { Timestamp(microsecondsSince1970: $0) },
            failure: relay.lastError ?? "")
    }
}
