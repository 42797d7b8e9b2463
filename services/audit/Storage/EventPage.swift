package import AuditDomain
import SQL

/// A page of events, and the log as it was when they were read.
package struct EventPage: Sendable, Equatable {
    package var events: [RecordedLeaf]
    /// Whether there are more behind the last.
    package var more: Bool
    package var head: LogHead

    /// Leaves on a page, in bytes: half of what a frame can carry, since each is sent decoded with its numbers.
    private static let bytesMax = 2 << 20

    static func read(_ query: EventQuery, _ connection: any Connection) throws -> EventPage {
        guard let row = try LogRow.find(query.organization, connection) else {
            return EventPage(events: [], more: false, head: .empty)
        }
        var page = EventPage(events: [], more: false, head: row.frontier.head)
        let indices = try indices(query, row, connection)
        if indices.isEmpty { return page }
        let (sql, values) = query.select(log: row.log, indices: indices)
        var bytes = 0
        try connection.each(sql, values) { leaf in
            let leaf = RecordedLeaf(leaf)
            bytes += leaf.bytes.count
            // One event always fits: no page is without one, whatever its size.
            page.more = page.events.count == query.limit || bytes > bytesMax && !page.events.isEmpty
            if !page.more { page.events.append(leaf) }
            return !page.more
        }
        return page
    }

    /// Since `recorded_at` never goes back, a time is an index, and the cursor needs no time.
    private static func indices(
        _ query: EventQuery, _ row: LogRow, _ connection: any Connection
    ) throws -> Range<Int> {
        var (lower, upper) = (0, row.frontier.size)
        if let from = query.from { lower = try firstIndex(since: from, row, connection) }
        if let until = query.until { upper = try firstIndex(since: until, row, connection) }
        if let size = query.size { upper = min(upper, size) }
        if let after = query.after {
            // The cursor comes from outside: it may be any number.
            if query.oldestFirst { lower = max(lower, min(after, upper) + 1) } else { upper = min(upper, after) }
        }
        return lower..<max(lower, upper)
    }

    /// The index of the first event recorded at or after `time`; the size if there is none.
    private static func firstIndex(
        since time: Int64, _ row: LogRow, _ connection: any Connection
    ) throws -> Int {
        var (low, high) = (0, row.frontier.size)
        while low < high {
            let middle = (low + high) / 2
            let recordedAt = try connection.first(
                "SELECT recorded_at FROM events WHERE log = ? AND idx = ?", [.integer(row.log), Value(middle)]
            ) { $0.integer(0) }
            guard let recordedAt else {
                throw LogError(.damaged, "event \(middle) is missing: restore a backup")
            }
            if recordedAt >= time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
