package import AuditDomain
import Messages
import SQL

/// A page of events, and the log as it was when they were read.
package struct EventPage: Sendable, Equatable {
    package var events: [RecordedLeaf]
    /// Whether there are more behind the last.
    package var more: Bool
    package var head: LogHead

    static func read(_ query: EventQuery, _ room: PageRoom, _ connection: any Connection) throws -> EventPage {
        guard let row = try LogRow.find(query.log, connection) else {
            return EventPage(events: [], more: false, head: .empty)
        }
        var page = EventPage(events: [], more: false, head: row.frontier.head)
        let indices = try indices(query, row, connection)
        if indices.isEmpty { return page }
        let (sql, values) = query.select(log: row.log, indices: indices)
        var room = room
        try connection.each(sql, values) { row in
            let leaf = RecordedLeaf(row)
            page.more = !room.take(bytes: leaf.wireBytesMax)
            if !page.more { page.events.append(leaf) }
            return !page.more
        }
        page.events = try page.events.map { try $0.complete(row.log, connection) }
        return page
    }

    /// Since `record_time` never goes back, such a time is an index, and the cursor needs no time.
    private static func indices(
        _ query: EventQuery, _ row: LogRow, _ connection: any Connection
    ) throws -> Range<Int> {
        var (lower, upper) = (0, row.frontier.size)
        if let from = query.recordStartTime { lower = try firstIndex(since: from, row, connection) }
        if let until = query.recordEndTime { upper = try firstIndex(since: until, row, connection) }
        if query.occurStartTime != nil || query.occurEndTime != nil {
            let between = try indices(occurred: query, row, connection)
            (lower, upper) = (max(lower, between.lowerBound), min(upper, between.upperBound))
        }
        if let size = query.size { upper = min(upper, size) }
        if let after = query.after {
            // The cursor comes from outside: it may be any number.
            if query.oldestFirst { lower = max(lower, min(after, upper) + 1) } else { upper = min(upper, after) }
        }
        return lower..<max(lower, upper)
    }

    /// Events happen nearly in the order in which they are recorded: what happened between two times lies between two indices,
    /// which the index of times names without reading an event.
    private static func indices(
        occurred query: EventQuery, _ row: LogRow, _ connection: any Connection
    ) throws -> Range<Int> {
        let found = try connection.first(
            "SELECT min(idx), max(idx) FROM events WHERE log = ? AND occur_time >= ? AND occur_time < ?",
            [.integer(row.log), .integer(query.occurStartTime ?? .min), .integer(query.occurEndTime ?? .max)]
        ) { (first: $0.optionalInteger(0), last: $0.optionalInteger(1)) }
        guard let found, let first = found.first, let last = found.last else { return 0..<0 }
        return Int(first)..<Int(last) + 1
    }

    /// The index of the first event recorded at or after `time`; the size if there is none.
    private static func firstIndex(
        since time: Int64, _ row: LogRow, _ connection: any Connection
    ) throws -> Int {
        var (low, high) = (0, row.frontier.size)
        while low < high {
            let middle = (low + high) / 2
            let recordTime = try connection.first(
                "SELECT record_time FROM events WHERE log = ? AND idx = ?", [.integer(row.log), Value(middle)]
            ) { $0.integer(0) }
            guard let recordTime else {
                throw LogError(.damaged, "event \(middle) is missing: restore a backup")
            }
            if recordTime >= time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
