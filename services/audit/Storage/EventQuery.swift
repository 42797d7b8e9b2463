package import Messages
import SQL

/// Which events to list. Filters are joined by and; nil asks for nothing.
package struct EventQuery: Sendable, Equatable {
    package var log: LogName
    package var actor: String?
    package var target: String?
    package var mailbox: String?
    package var subject: String?
    /// The action, or the beginning of one that ends in a dot.
    package var action: String?
    package var outcome: EventOutcome?
    /// None of these actions, or of those that begin so.
    package var withoutActions: [String] = []
    /// Recorded at or after, microseconds UTC.
    package var recordStartTime: Int64?
    /// Recorded before, microseconds UTC.
    package var recordEndTime: Int64?
    /// Happened at or after, by the producer's clock, microseconds UTC.
    package var occurStartTime: Int64?
    /// Happened before.
    package var occurEndTime: Int64?
    package var oldestFirst = false
    /// The index of the last event of the page before.
    package var after: Int?
    /// The log's size when the first page was read. Nothing newer is shown on later pages: each reading is an event
    /// itself, and a list of oldest first would never end.
    package var size: Int?

    package init(_ log: LogName) {
        self.log = log
    }

    /// The events of `log` within `indices`, in order.
    func select(log: Int64, indices: Range<Int>) -> (sql: String, values: [Value]) {
        var conditions = ["log = ?", "idx >= ?", "idx < ?"]
        var values: [Value] = [.integer(log), Value(indices.lowerBound), Value(indices.upperBound)]
        let equal = [("actor", actor), ("target", target), ("mailbox", mailbox), ("subject", subject)]
        for case (let column, let value?) in equal {
            conditions.append("\(column) = ?")
            values.append(.text(value))
        }
        if let outcome {
            conditions.append("outcome = ?")
            values.append(.integer(Int64(outcome.rawValue)))
        }
        if let action { Self.add(action, to: &conditions, &values) }
        for action in withoutActions { Self.add(action, negated: true, to: &conditions, &values) }
        if let occurStartTime {
            conditions.append("occur_time >= ?")
            values.append(.integer(occurStartTime))
        }
        if let occurEndTime {
            conditions.append("occur_time < ?")
            values.append(.integer(occurEndTime))
        }
        let sql = """
            SELECT \(RecordedLeaf.columns) FROM events WHERE \(conditions.joined(separator: " AND "))
            ORDER BY idx \(oldestFirst ? "ASC" : "DESC")
            """
        return (sql, values)
    }

    private static func add(
        _ action: String, negated: Bool = false, to conditions: inout [String], _ values: inout [Value]
    ) {
        let not = negated ? "NOT " : ""
        if action.hasSuffix(".") {
            // In the order of bytes "/" is next to ".": the range is all that begins with the prefix.
            conditions.append("\(not)(action >= ? AND action < ?)")
            values += [.text(action), .text(action.dropLast() + "/")]
        } else {
            conditions.append("\(not)action = ?")
            values.append(.text(action))
        }
    }
}
