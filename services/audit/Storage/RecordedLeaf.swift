import SQL

/// A leaf as the log has it.
package struct RecordedLeaf: Sendable, Equatable {
    /// In the organization's tree, dense from 0.
    package var index: Int
    /// Microseconds UTC; within a log it never goes back.
    package var recordTime: Int64
    /// What the log's wall clock said then, microseconds UTC; nil for what is older than this column.
    package var wallAt: Int64?
    package var source: String
    package var sequence: Int64
    /// The event as its producer sent it.
    package var bytes: [UInt8]

    /// Bytes of the row in an answer, at most: the event as it was sent, and what the log says of it.
    package var wireBytesMax: Int { bytes.count + source.utf8.count + 64 }

    /// What `init` reads, in order, from `events`.
    static let columns = """
        idx, record_time, (SELECT name FROM sources WHERE sources.source = events.source), sequence, leaf, wall_at
        """

    init(_ row: any Row) {
        index = row.int(0)
        recordTime = row.integer(1)
        source = row.text(2)
        sequence = row.integer(3)
        bytes = row.blob(4)
        wallAt = row.optionalInteger(5)
    }
}
